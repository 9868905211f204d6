/**
 * Ways of collecting that the industry's guidance forbids, and advice to forge records. A message may name them only to
 * forbid them (不得倒签, 不得补造).
 */
const forbidden: readonly string[] = [
  '大字报',
  '恐吓',
  '靠吓',
  '威胁',
  '辱骂',
  '骚扰',
  '曝光',
  '公示欠款',
  '多频次催收',
  '联系紧急联系人',
  '告知其单位',
  '上门堵',
  '补签',
  '补造',
  '倒签',
  '补正授权',
  '补做记录',
  '瞒报',
  '追责',
  '以新还旧化解',
]

const forbidding = /(不得|严禁|禁止|不可|不应|不能|勿|不要)[^，。；]{0,6}$/

/** The first forbidden wording that the text does not itself forbid, or null. */
export function findForbiddenWords(text: string): string | null {
  for (const word of forbidden) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      if (!forbidding.test(text.slice(0, at))) return word
    }
  }
  return null
}
