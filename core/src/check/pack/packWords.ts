import type { Severity } from '../../policy/index.ts'
import { messages } from '../messages.ts'

/** What is said of a pack once it is laid over the policy. */
export const packWords = {
  outcomes: {
    hit: '命中',
    pass: '通过',
    incomplete: '无法判断',
    notApplicable: '不适用',
    notRun: '未执行',
  } as Readonly<Record<string, string>>,
  severity: (severity: Severity): string => messages.severity[severity],
  part: {
    parameter: '参数',
    switchedOff: '停用规则',
    severity: '级别',
    field: '自有字段',
    alias: '列名',
    rule: '自定规则',
    checklist: '检查清单',
    pageMap: '页面对照',
  },
  direction: { tighter: '收紧', looser: '放宽', same: '不变', unknown: '松紧不能判定', neutral: '' },
  onlyFor: (kind: string): string => `（${kind}）`,
  since: (from: string): string => `${from} 起`,
  until: (to: string): string => `至 ${to}`,
  caseOf: (rule: string, name: string, caseId: string | undefined): string =>
    caseId === undefined ? `${rule} ${name}` : `${rule} ${name}（情形 ${caseId}）`,
  inForce: '执行',
  off: '停用',
  none: '无',

  layerTitle: (title: string, version: string, level: string): string => `${level}“${title}”${version}`,
  signed: (signer: string, fingerprint: string): string => `${signer} 签名，密钥指纹 ${fingerprint}`,
  unsigned: '未签名',
  noteSigned: (layer: string, by: string): string => `使用策略包 ${layer}（${by}）。`,
  noteUnsigned: (layer: string, taken: number, refused: readonly string[]): string =>
    refused.length === 0
      ? `使用策略包 ${layer}（未签名），采纳 ${taken} 项。`
      : `使用策略包 ${layer}（未签名）：未签名的只能收紧，采纳 ${taken} 项；没有采纳：${refused.join('、')}。`,
  noteOff: (rule: string, reason: string, layer: string): string =>
    `规则 ${rule} 已由${layer}停用，原因：${reason.replace(/。$/u, '')}。`,
  noteLoosened: (layer: string, changes: readonly string[]): string =>
    `${layer}放宽或改变口径：${changes.join('；')}。`,
  fromTo: (subject: string, before: string, after: string): string => `${subject}从 ${before} 改为 ${after}`,
  noteFloorOff: (rule: string, layer: string): string => `监管底线规则 ${rule} 未执行：由${layer}停用。`,
  noteFloorSeverity: (rule: string, before: string, after: string, layer: string): string =>
    `监管底线规则 ${rule} 的级别由${layer}从“${before}”降为“${after}”。`,
  noteFloorParameter: (
    rule: string,
    parameter: string,
    before: string,
    after: string,
    layer: string,
  ): string =>
    `监管底线规则 ${rule} 所用参数“${parameter}”由${layer}从 ${before} 改为 ${after}，低于监管要求。`,
  noteFloorUnknown: (rule: string, parameter: string, before: string, after: string, layer: string): string =>
    `监管底线规则 ${rule} 所用参数“${parameter}”由${layer}从 ${before} 改为 ${after}，请核对是否低于监管要求。`,

  lint: {
    unknownParameter: (name: string): string => `没有“${name}”这个参数。`,
    unknownRule: (id: string): string => `没有编号为“${id}”的规则。`,
    unknownCase: (rule: string, id: string, cases: readonly string[]): string =>
      `规则 ${rule} 没有情形“${id}”，可写：${cases.join('、')}。`,
    unknownField: (name: string): string => `没有“${name}”这个字段。`,
    didYouMean: (name: string): string => `是不是“${name}”？`,
    wantNumber: (unit: string): string =>
      unit === '' ? '应写数字，不加引号。' : `应写数字，不加引号、不带单位（单位是${unit}）。`,
    wantNumberAs: (value: number): string => `可写成 ${value}。`,
    wantText: '应写文字，加双引号。',
    wantDate: '应写日期，如 "2026-10-31"。',
    wantList: '应写成一组文字，如 ["甲", "乙"]。',
    wantFlag: '只能写 "是" 或 "否"。',
    negative: '不能是负数。',
    wrongUnit: (parameter: string, unit: string, written: string): string =>
      `参数“${parameter}”的单位是${unit}，不是${written}。`,
    convert: (value: number, unit: string): string => `折合 ${value} ${unit}，请按此填写。`,
    needsKind: (kinds: readonly string[]): string =>
      `这个参数按贷款种类分别取值，请用 for 写明改哪一类：${kinds.join('；')}。`,
    unknownKind: (kinds: readonly string[]): string => `参数没有这一类的取值，现有：${kinds.join('；')}。`,
    ruleTaken: (id: string): string => `规则编号“${id}”已被占用，请换一个，例如在前面加上本行的字母。`,
    ruleTwice: (id: string): string => `规则编号“${id}”写了两次。`,
    fullWidth: '条件里的运算符请用半角符号。',
    fieldTaken: (name: string): string => `字段“${name}”已经有了；只是列名不同的话，请写到 aliases 里。`,
    fieldTwice: (name: string): string => `字段“${name}”写了两次。`,
    aliasTaken: (text: string, field: string): string => `列名“${text}”已经指“${field}”，不能再指别的字段。`,
    aliasDerived: (name: string): string => `“${name}”是算出来的，不从台账读取，不能加列名。`,
    offTwice: (rule: string): string => `规则“${rule}”停用了两次。`,
    valuesNeeded: '类型为 code 的字段要用 values 列出取值。',
    exampleWrong: (at: number, expected: string, got: string): string =>
      `第 ${at} 个例子应为“${expected}”，实际为“${got}”。`,
    noExamples: '没有例子。建议写上命中和不命中各一例，今后改动时可自动核对。',
    nothing: '策略包里没有任何改动。',
    sameAsBefore: (name: string): string => `参数“${name}”的取值与现行的相同，可以不写。`,
    loosensFloor: (note: string): string => `${note.replace(/。$/u, '')}。检查结果中会始终注明。`,
  },
} as const
