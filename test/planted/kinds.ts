import { type HealthyKind, healthyKinds } from '../portfolio/healthyKinds.ts'
import { moreKinds } from './kindsMore.ts'
import { namedKinds } from './kindsNamed.ts'
import { securedKinds } from './kindsSecured.ts'
import type { PlantedKind } from './plantedKind.ts'
import { both } from './vary.ts'

/** The kinds of the sample portfolio, then those that only a portfolio with registers can have. */
export const plantedKinds: readonly PlantedKind[] = [
  ...moreKinds.map((made) => ({ kind: made.kind, share: made.share, made })),
  ...securedKinds,
  ...healthyKinds.map((made) => ({ kind: made.kind, share: made.share * 4, made, ...baseVary(made) })),
  ...namedKinds,
]

/** What the portfolio's own kinds need besides in a ledger of all columns. */
function baseVary(made: HealthyKind): Pick<PlantedKind, 'vary'> {
  if (made.special === 'extended') {
    return {
      vary: (loan) =>
        both(loan, {
          预警颜色: '黄',
          客户风险等级: '中',
          减值阶段: '2',
          累计展期月数: 6,
          展期到期日: loan.row['到期日'] ?? null,
          展期申请日: Number(loan.row['原到期日']) - 20,
          展期办理日: Number(loan.row['原到期日']) - 5,
          财务困难标志: '否',
        }),
    }
  }
  return {}
}
