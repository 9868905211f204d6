/** A number as the rules read it: one that was typed as text too. */
export function numberAsRead(raw: string, otherwise: string): string {
  return `IF(${raw}="","",IF(ISNUMBER(${raw}),${raw},IFERROR(VALUE(${raw}),${otherwise})))`
}

/** A day as the rules read it: 20261031 and texts too; 9999-12-31 and its like stand for no date. */
export function dayAsRead(raw: string, otherwise: string): string {
  const compact = `DATE(INT(${raw}/10000),MOD(INT(${raw}/100),100),MOD(${raw},100))`
  const number = `IF(${raw}>=19000101,IF(${raw}>=99990000,"",${compact}),IF(${raw}>=2958101,"",INT(${raw})))`
  const text = `IFERROR(DATEVALUE(SUBSTITUTE(SUBSTITUTE(${raw},".","-"),"/","-")),${otherwise})`
  return `IF(${raw}="","",IF(ISNUMBER(${raw}),${number},${text}))`
}
