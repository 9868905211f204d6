/** Kinds of loan that have no first check or periodic visit of their own. */
export const notInspected = '产品族 in ("贴现", "委托", "公积金", "信用卡", "垫款") or 低风险业务 = true'

/** No new money: nothing to trace and nobody new to call. */
export const renewed = '发放类型 in ("无还本续贷", "借新还旧", "展期")'

/** What a ledger that does not name the product is taken to hold. */
export const assumedKind = { 产品族: '其他', 低风险业务: '否' } as const

/** Bad loans under suit are followed by recovery, not by visits. */
export const inLitigation =
  '五级分类 in ("次级", "可疑", "损失") and 涉诉被执行标志 in ("涉诉", "被执行", "失信")'

/** What a ledger without class or litigation columns is taken to hold. */
export const assumedStanding = { 五级分类: '正常', 涉诉被执行标志: '无' } as const
