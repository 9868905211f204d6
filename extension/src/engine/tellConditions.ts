import type { ReadField } from '../protocol/index.ts'

/** Asked for only when something happened: empty on a healthy loan though starred. */
const onlySometimes =
  /(核销|转垫|垫款日|结汇|展期|结清|诉讼|起诉|压降|收回日|追偿|变更|注销|退回|退出|解除|处置|重组|拒绝|否决|不同意|不符|异常|其他|其它|逾期原因|欠息原因|违约|拖欠|整改|补充|终止(?!日)|提前|失效|冻结|止付|下迁|迁徙|延期|豁免|[如若][有是否“"]|为[是否]|详述|选填|可选|可不填|可为空|必填项不|第二|附加)/u
/** Words in a label or a prompt by which the page itself says when a field is asked for. */
const conditionShown =
  /(若|如[有是否为]|当.{1,12}时|选择.{1,12}(时|后)|[时则的]必[填输录]|[（(].{2,}必[填输录]|仅|选填|可选|可不填|非必填|无则|没有可|视情况|有则)/u
/** 是否已诉讼 asks for 诉讼. */
const question = /^(?:是否|有无|有否)(?:已|存在|需要|需|为|属于|涉及|涉)?(.{2,})$/u
const denied = /^(否|无|没有|不是|未|)$/u
const follows = /^(具体|详细)?(日期|金额|原因|理由|说明|情况|情况说明|详情)$/u

/**
 * The fields of one frame in page order, with those told apart that the page asks for only sometimes: by their own
 * words, by their prompt, or because the question that they hang on is answered 否. `about` is the page's title.
 */
export function tellConditions(fields: readonly ReadField[], about = ''): readonly ReadField[] {
  // 整改 is asked for once something is wrong
  const wrong = fields.some(({ label, value }) => /问题|异常|隐患/u.test(label) && /^[是有]$/u.test(value))
  const told = fields.map((field) => byOwnWords(field, wrong ? `${about}整改` : about))
  for (const [index, { label, value }] of fields.entries()) {
    const subject = question.exec(label)?.[1]
    if (!subject || !denied.test(value)) continue
    for (let next = index + 1; next <= index + 4 && next < told.length; next++) {
      const other = told[next]
      if (other?.required !== 'yes') continue
      if (!other.label.includes(subject.slice(0, 2)) && !follows.test(other.label)) continue
      told[next] = {
        ...other,
        required: 'sometimes',
        requiredBy: `${label}：${value || '未选'}`.slice(0, 100),
      }
    }
  }
  return told
}

function byOwnWords(field: ReadField, about: string): ReadField {
  const { label, required, shown } = field
  if (required !== 'yes') return field
  if (shown !== undefined && conditionShown.test(shown))
    return { ...field, required: 'sometimes', requiredBy: shown }
  if (conditionShown.test(label)) return { ...field, required: 'sometimes' }
  const [word] = onlySometimes.exec(label) ?? []
  // what the page is about, and a question itself, is asked for always
  const always = word === undefined || about.includes(word) || /是否|有无/u.test(label)
  return always ? field : { ...field, required: 'sometimes' }
}
