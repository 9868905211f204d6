import { feelDeviations, functionNames, refusedFunctions } from '@postloan/core/feel'

import { dmnFunctionCases, dmnLanguageCases, feelinAnswers } from '../../core/src/feel/testing/dmnCases.ts'

/** The rule language: what it offers, where it departs from DMN, and what the cases say. */
export function feelPage(): string {
  const groups = [...Object.entries(dmnFunctionCases), ...Object.entries(dmnLanguageCases)]
  const count = groups.reduce((sum, [, cases]) => sum + cases.length, 0)
  const own = functionNames.filter((name) => !(name in dmnFunctionCases) && !refusedFunctions.includes(name))
  const right = new Map(groups.flatMap(([, cases]) => cases))
  return [
    '# 规则语言与 DMN 的关系',
    '',
    '<!-- 由 pnpm docs 写成，不要手改。 -->',
    '',
    `规则用 DMN 1.5 的 FEEL 书写。${count} 个用例逐个函数、逐条语义核对，在本产品与另一种解释器（feelin）中各运行一次。`,
    '',
    '## 与 DMN 不同之处',
    '',
    '| | DMN | 本产品 | 理由 | 例 |',
    '| --- | --- | --- | --- | --- |',
    ...feelDeviations.map(({ what, dmn, ours, reason, example }) =>
      row([what, dmn, ours, reason, example ? `\`${example.expression}\` → ${said(example.ours)}` : '']),
    ),
    '',
    '## 函数',
    '',
    `- DMN 的函数（${Object.keys(dmnFunctionCases).length} 个）：${Object.keys(dmnFunctionCases).join('、')}`,
    `- 另加的：${own.join('、')}`,
    `- 不提供的：${refusedFunctions.join('、')}`,
    '',
    '## feelin 与 DMN 不同之处',
    '',
    '比较时发现，下列表达式 feelin 的结果与 DMN 不符；本产品照 DMN。',
    '',
    '| 表达式 | DMN 与本产品 | feelin |',
    '| --- | --- | --- |',
    ...Object.entries(feelinAnswers).map(([expression, answer]) =>
      row([`\`${expression}\``, said(right.get(expression)), said(answer)]),
    ),
    '',
    '## 用例',
    '',
    '| | 用例 | 结果 |',
    '| --- | --- | --- |',
    ...groups.flatMap(([name, cases]) =>
      cases.map(([expression, value], at) => row([at === 0 ? name : '', `\`${expression}\``, said(value)])),
    ),
    '',
  ].join('\n')
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`
}

function said(value: unknown): string {
  return value === 'unsupported' ? '报错：不支持' : JSON.stringify(value ?? null)
}
