import { expect, test } from 'vitest'

import { ledgerForTests } from '../check/ledgerForTests.ts'
import { builtInPolicy as policy } from '../policy/index.ts'
import type { ExampleRow } from '../policy/index.ts'
import { builtInChecklists as lists } from './index.ts'
import { probeId } from './probes.ts'
import { readProbes } from './readProbes.ts'

/** Loans whose files are in order, each of another kind: between them the ledger proves all that it can prove. */
const papers =
  '借款合同、购销合同、发票、立项批文、土地使用证、规划许可证、施工许可证、营业执照、流水、走访记录、照片、收支记录'

const firm: ExampleRow = {
  借据号: 'J1',
  客户名称: '宏远精工机械有限公司',
  客户类型: '对公',
  贷款品种: '固定资产贷款',
  企业规模: '小型',
  内部评级: 'A',
  所属集团: '宏远集团',
  实际控制人: '李四',
  资本净额: 1e9,
  授信额度: 5e6,
  放款日期: '2026-08-03',
  到期日: '2028-08-03',
  贷款金额: 5e6,
  贷款余额: 4e6,
  支付方式: '受托支付',
  发放类型: '新增',
  担保方式: '抵押',
  五级分类: '正常',
  逾期天数: 0,
  表内欠息: 0,
  表外欠息: 0,
  欠息金额: 0,
  罚息: 0,
  资金流向检查日期: '2026-08-10',
  资金流向检查结论: '合规',
  首次检查日期: '2026-08-20',
  最近检查日期: '2026-10-08',
  最近现场检查日期: '2026-10-08',
  检查方式: '现场',
  检查结论: '正常',
  发现问题: '否',
  检查人: '周敏',
  复核人: '李立',
  资本金到位比例: 60,
  贷款发放比例: 50,
  总行审批标志: '是',
  档案资料清单: papers,
  展期次数: 0,
  还款方式: '按月',
}

const person: ExampleRow = {
  借据号: 'J2',
  客户名称: '王五',
  客户类型: '个人',
  贷款品种: '个人消费贷款',
  放款日期: '2026-08-03',
  到期日: '2028-08-03',
  贷款金额: 2e5,
  贷款余额: 1.8e5,
  五级分类: '正常',
  逾期天数: 0,
  征信新增逾期: '否',
  征信查询日期: '2026-10-01',
  还款提醒日期: '2026-10-20',
  投诉受理用时: 2,
  投诉办结用时: 1,
}

const renewed: ExampleRow = {
  借据号: 'J3',
  客户名称: '远航贸易有限公司',
  客户类型: '对公',
  贷款品种: '流动资金贷款',
  发放类型: '无还本续贷',
  上笔借据号: 'J4',
  合同起始日: '2026-08-01',
  放款日期: '2026-08-01',
  原到期日: '2026-07-31',
  到期日: '2026-11-20',
  贷款金额: 1e6,
  贷款余额: 1e6,
  担保方式: '保证',
  五级分类: '关注',
  上期五级分类: '正常',
  展期次数: 1,
  展期申请日: '2026-07-01',
  展期办理日: '2026-07-20',
  展期到期日: '2026-11-20',
  累计展期月数: 4,
  原贷款期限: 12,
  续贷条件核查: '是',
  保证人书面同意: '是',
  重组标志: '是',
  重组后首次还款日: '2026-09-01',
  观察期届满日: '2027-09-01',
  到期提示日期: '2026-10-25',
  诉讼时效届满日: '2029-11-20',
}

const previous: ExampleRow = {
  所属集团: '宏远集团',
  逾期天数: 0,
  五级分类: '正常',
  借据号: 'J4',
  客户名称: '远航贸易有限公司',
  到期日: '2026-08-15',
  贷款余额: 0,
}

const overdue: ExampleRow = {
  借据号: 'J5',
  客户名称: '赵六',
  客户类型: '个人',
  贷款品种: '个人经营性贷款',
  放款日期: '2025-01-03',
  到期日: '2027-01-03',
  贷款余额: 1e5,
  逾期天数: 100,
  五级分类: '次级',
  减值准备: 5e4,
  承诺还款日: '2026-11-15',
  清收方案: '分三期归还',
  起诉日期: '2026-10-10',
}

const ledger = ledgerForTests([
  { rows: [firm, person, renewed, previous, overdue] },
  {
    table: '支付',
    rows: [
      {
        借据号: 'J1',
        交易日期: '2026-08-05',
        交易金额: 3e6,
        借贷标志: '借',
        对方户名: '某设备厂',
        摘要: '货款',
        逐笔核查标志: '是',
        凭证归档标志: '是',
      },
    ],
  },
  {
    table: '押品',
    rows: [
      {
        借据号: 'J1',
        押品名称: '房产一',
        押品类型: '商用房地产',
        登记证号: 'D1',
        登记日期: '2026-08-01',
        登记到期日: '2030-08-01',
        处置顺位: 1,
        起始估值: 9e6,
        最新估值: 9e6,
        估值日期: '2026-08-01',
        押品检查日期: '2026-10-08',
        押品状态: '正常',
        要求投保: '是',
        保险到期日: '2027-08-01',
      },
    ],
  },
  {
    table: '保证人',
    rows: [
      {
        借据号: 'J3',
        保证人名称: '大成实业有限公司',
        保证人与借款人关系: '上下游',
        保证人检查日期: '2026-09-01',
        保证期间届满日: '2029-11-20',
        保证人联系状态: '正常',
      },
    ],
  },
  {
    table: '催收',
    rows: [
      {
        借据号: 'J5',
        最近催收日期: '2026-07-24',
        催收通知书日期: '2026-08-01',
        联系对象关系: '本人',
        当日拨打次数: 1,
      },
    ],
  },
  {
    table: '预警',
    rows: [
      {
        借据号: 'J5',
        预警日期: '2026-08-01',
        上报日期: '2026-08-02',
        核实日期: '2026-08-03',
        方案日期: '2026-08-04',
        执行日期: '2026-08-05',
        复盘日期: '2026-08-06',
        预警级别: '黄',
        责任人: '周敏',
        处置时限: '2026-08-30',
        处置措施: '压降额度',
        预警状态: '已解除',
        解除理由: '风险消除',
      },
    ],
  },
  {
    table: '财务',
    rows: ['2026Q1', '2026Q2'].map((报告期) => ({
      客户名称: '宏远精工机械有限公司',
      报告期,
      资产总额: 1e7,
      负债总额: 4e6,
      流动资产: 5e6,
      流动负债: 2e6,
      营业收入: 3e6,
      毛利率: 20,
    })),
  },
])

test('the ledger proves what it can of loans that are in order', () => {
  const probes = readProbes(ledger, lists, { policy })
  const provable = lists.items.filter(({ proof }) => proof !== undefined)
  const unproven = provable.filter(({ id }) => probes.rowsWhere(probeId.proof(id)).places.length === 0)
  expect(unproven.map(({ id }) => id)).toEqual([])
})

test('evidence in words has all its blanks filled', () => {
  const probes = readProbes(ledger, lists, { policy })
  const texts = [0, 1, 2, 3, 4].flatMap((row) => {
    const truths = probes.trueOf({ table: 0, row })
    return lists.items.flatMap(({ id }) => truths.get(probeId.proof(id))?.message ?? [])
  })
  expect(texts.filter((text) => /[{}]|NaN|undefined| 空/.test(text))).toEqual([])
  expect(texts.filter(Boolean).length).toBeGreaterThan(20)
})
