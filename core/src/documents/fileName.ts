const refused = /[\\/:*?"<>|\p{Cc}]/gu
const longest = 80

/** A file's name of its parts, without what Windows refuses, and no longer than it bears in a deep folder. */
export function fileNameOf(parts: readonly string[], extension: string): string {
  const name = parts
    .map((part) => part.normalize().replace(refused, '_').replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .map((part) => Array.from(part).slice(0, 40).join(''))
    .join('-')
  const cut = Array.from(name)
    .slice(0, longest)
    .join('')
    .replace(/[. ]+$/, '')
  // a device's name is refused whatever follows the dot
  const safe = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(cut) ? `_${cut}` : cut
  return `${safe || '_'}${extension}`
}
