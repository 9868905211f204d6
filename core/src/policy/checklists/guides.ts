import { item } from './items/item.ts'
import type { ChecklistItem, Guide } from './types.ts'

/** What to look at, listen for, ask and compare on a visit. Questions are put to the borrower, about the borrower. */
export const guides: readonly Guide[] = [
  {
    id: 'fourSenses',
    name: '望闻问切',
    sources: ['S0'],
    sections: [
      {
        name: '望',
        questions: [
          {
            id: 'look-place',
            text: '门面、厂区、车间与登记地址是否一致，有无搬迁、转租',
            shows: ['联系地址'],
          },
          {
            id: 'look-running',
            text: '开工班次、设备运转、在岗人数，与所述产量是否相称',
            shows: ['主营业务'],
          },
          { id: 'look-stock', text: '原料和成品堆放、出入库单据，有无积压和久置' },
          { id: 'look-people', text: '员工精神状态，有无欠薪、离职的迹象' },
          { id: 'look-security', text: '押品实物、使用人、保管条件', shows: ['押品名称', '押品状态'] },
        ],
      },
      {
        name: '闻',
        questions: [
          { id: 'hear-borrower', text: '借款人对订单、回款、资金安排的说法，前后是否一致' },
          { id: 'hear-chain', text: '上下游对账期、质量、付款习惯的评价（不谈及贷款和欠款）' },
          { id: 'hear-industry', text: '同行业价格、开工、政策的变化', shows: ['所属行业'] },
        ],
      },
      {
        name: '问',
        questions: [
          {
            id: 'ask-figures',
            text: '本年收入、毛利、应收应付各是多少，与报表相差在哪里',
            shows: ['最新营业收入', '最新毛利率'],
          },
          { id: 'ask-use', text: '贷款付给了谁、买了什么、单据在哪里', shows: ['贷款用途', '合同用途'] },
          {
            id: 'ask-repay',
            text: '到期拿什么还，回款时间与到期日是否衔接',
            shows: ['有效到期日', '贷款余额'],
          },
          {
            id: 'ask-change',
            text: '股东、管理层、家庭、健康有无影响还款的变化',
            shows: ['法定代表人', '实际控制人'],
          },
        ],
      },
      {
        name: '切',
        questions: [
          {
            id: 'feel-statements',
            text: '报表、纳税、流水三者对照',
            shows: ['最新资产负债率', '最新流动比率', '经营现金流为负期数'],
          },
          {
            id: 'feel-credit',
            text: '征信中新增的负债、查询和逾期',
            shows: ['征信查询日期', '征信新增逾期'],
          },
          {
            id: 'feel-account',
            text: '账户余额、回款频率和金额的变化',
            shows: ['账户余额降幅', '回款降幅', '无回款天数'],
          },
          {
            id: 'feel-level',
            text: '综合判断还款能力，建议风险等级和分类',
            shows: ['客户风险等级', '五级分类', '分类逾期天数'],
          },
        ],
      },
    ],
  },
  {
    id: 'visit',
    name: '企业回访十问',
    sources: ['S2'],
    sections: [
      {
        name: '回访问题',
        questions: [
          { id: 'visit-1', text: '主营业务和经营地址有没有变动？', shows: ['主营业务', '联系地址'] },
          {
            id: 'visit-2',
            text: '员工多少人，今天在岗多少人，薪酬水平如何？场地多大，租金多少，还有没有别的经营地？',
          },
          {
            id: 'visit-3',
            text: '备用资金有多少？应收、应付各多少，账期多长？存货多少，多久周转一次？应收数额大的由哪几家构成？',
          },
          { id: 'visit-4', text: '主要供应商和客户是谁，合作多久？' },
          {
            id: 'visit-5',
            text: '去年和今年至今的营业额各多少，变动原因是什么？淡旺季和毛利率如何？',
            shows: ['最新营业收入', '上年同期营业收入', '最新毛利率'],
          },
          { id: 'visit-6', text: '贷款实际用在哪里，能否出示单据？', shows: ['贷款用途', '合同用途'] },
          { id: 'visit-7', text: '还有哪些借款、投资和对外担保？' },
          {
            id: 'visit-8',
            text: '抵押物的位置、面积、现在的市价和使用情况？',
            shows: ['押品名称', '最新估值', '押品状态'],
          },
          { id: 'visit-9', text: '还款资金从哪里来，有没有压力？', shows: ['有效到期日', '贷款余额'] },
          { id: 'visit-10', text: '对银行有什么需求和建议？' },
        ],
      },
      {
        name: '向谁了解',
        questions: [
          {
            id: 'whom-owner',
            text: '实际控制人：发展方向、经营打算、资金安排',
            shows: ['实际控制人', '法定代表人'],
          },
          { id: 'whom-finance', text: '财务负责人：资金往来、总资产和总负债' },
          { id: 'whom-staff', text: '一般员工：开工和工资发放（不谈及贷款和欠款）' },
        ],
      },
    ],
  },
  {
    id: 'personCall',
    name: '个人客户回访',
    sources: ['S4-4', 'R29', 'R26'],
    sections: [
      {
        name: '开始之前',
        questions: [
          {
            id: 'call-identity',
            text: '先核实接听人就是借款人本人；不是本人的，不得透露贷款和欠款，另约时间',
            shows: ['联系状态'],
          },
          { id: 'call-hours', text: '在规定时段内联系，留存记录' },
        ],
      },
      {
        name: '回访问题',
        questions: [
          { id: 'call-use', text: '贷款用在哪里，凭证是否齐全？', shows: ['贷款用途'] },
          { id: 'call-income', text: '工作单位和收入有没有变化？' },
          { id: 'call-family', text: '婚姻、住址、电话有没有变化？', shows: ['客户信息更新日期'] },
          {
            id: 'call-repay',
            text: '还款日和还款账户是否清楚，还款有没有困难？',
            shows: ['下期还款日', '下期应还本金'],
          },
          { id: 'call-needs', text: '有困难的，说明可申请的调整方式；征求意见，告知投诉渠道' },
        ],
      },
    ],
  },
]

/** For those who inspect. A matter of conduct: it is read and confirmed, no ledger proves it. */
export const conductItems: readonly ChecklistItem[] = [
  item('conduct-gifts', '严禁接受客户的礼金、礼品', ['S4']),
  item('conduct-business', '严禁参与客户的经营', ['S4']),
  item('conduct-entertainment', '严禁接受客户安排的高档消费', ['S4']),
  item('conduct-cards', '严禁检查期间与客户人员一起打牌', ['S4']),
]
