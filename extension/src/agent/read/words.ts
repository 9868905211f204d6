import { remembered } from './remembered.ts'

/**
 * Words that tell labels from values and the record from the rest of a page. Word endings only: which field a
 * label means is the engine's business.
 */

/** Ends of what pages of loan systems write as a label. */
const labelEnd =
  /.[称料件码号期日间度率限式法途型别种类态识况构点门员因明注见论址所话量数息币模级质源述容果位户格积置证施要姻龄入出产债润用税向目由险系题化值表书价名理人物额品属利]$|(计划|比例|手机|本金|行业|合同|摘要|条件|资本|行名|(开户|贷款|经办|往来)银行)$/u

/** Whether a text ends as labels do. */
export const endsAsLabel = (text: string): boolean => labelEnd.test(text)

export const labelStart = /^(是否|有无|能否|有否|可否|最近|上次|下次|本次|预计|实际|累计|当前|原|首次)/u

/** Whole texts that are values of code lists, not labels. */
export const valueWord =
  /^(是|否|有|无|男|女|(正常|关注|次级|可疑|损失)类?|人民币|美元|信用|保证|抵押|质押|[有无]效|[已未]?结清|非?现场(检查)?|(受托|自主)支付|按月付息|到期还本|等额本[息金]|[已未]婚|[短中长]期|(固定|浮动)利率|对公|个人|农户)$/u

export const valueEnd = /(公司|支行|分行|营业部|分理处|信用社|厂|商店|商行|合作社|经营部|集团|银行|元整)$/u

/** Value side of a pair: numbers, money, dates, percents, long numbers. */
export const valueShape =
  /^[¥￥$]?\s*[-+]?\d[\d,.\s]*(元|万元|亿元|%|％|‰|天|个月|月|年|期|次|户|笔|万|亿)?$|^\d{4}[-/.年]\d{1,2}([-/.月]\d{1,2}日?)?|^\d{8}$|^[A-Za-z]{0,6}\d[\dA-Za-z*-]+$/u

export const unitWord =
  /^[（(]?(人民币|¥|￥|\$|元|万元|亿元|千元|百万元|美元|万美元|万|%|％|‰|BP|bp|天|日|个月|月|年|期|次|户|笔|人|岁|平方米|㎡|m²|亩|公顷|小时|分钟|分|张|份|元\/月|元\/年|CNY|RMB|USD)[）)]?$/u

/** Stands before a value without naming it. */
export const valuePrefix =
  /^(每月|每年|每季度?|每期|第|自|从|约|共|计|前|近|大写|小写|人民币|上浮|下浮|：|:)$/u

/** Text between parts of one value: 0时40分, 2026年3月, a 至 b. */
export const joiner = /^(时|分|秒|年|月|日|至|到|-|—|－|–|~|～|\/|:|：|——|--)$/u

export const emptyWord =
  /^[年月日\s_]+$|^[-—－–_/\\\s*·.…]*$|^[-—－–=*<>\s]*(请(您?选择|输入|填写)|未(选择|提供|录入|填写?)|(暂无|无|没有)数据|暂无|待录入|全部选项|Please select|-?\s*select\s*-?|null|undefined|NaN|N\/A)[-—－–=*<>.…\s]*$|^(请(选择|输入|填写)|点击选择|Please |Enter )[^，。,]{0,30}$/iu

export const queryWord = /^((高级|快速|精确|开始)?查[询找]?|搜索|检索|筛选|query|search|filter|find)$/iu
export const resetWord = /^(重置|清空|清除|重填|reset|clear)$/iu
export const saveWord =
  /^((保存|提交)(并?提交|修改|草稿|审批|复核|退出|返回)?|暂存|确认(提交)?|确定|完成检查|登记|录入完成|save|submit|ok)$/iu
export const actionWord =
  /^(查看(详情)?|选择|修改|删除|详情|明细|更多|展开|收起|编辑|新增|[增添]加|返回|关闭|取消|打印|导[出入]|[上下]载|上传|浏览|引入|预览|复制|刷新|退出|注销|[上下]一页|[首末尾]页|跳转|go|[计测]算|…|\.\.\.|>>|>|<<|<)$/iu

/** Lines about who is logged in and what the system is: outside the record wherever they stand. */
export const chromeWord =
  /(当前(用户|操作员|登录|机构|位置)|登[录陆]用户|登录机构|(您的|您现在的|所在)位置|版权所有|copyright|©|技术支持|建议使用|系统版本|版本号|在线人数|今天是|欢迎|[您你]好|(部|中心)制作|注销登录|安全退出|系统时间|打印(时间|日期|人)|制表人)/iu
/** Belong to a status bar when nothing else stands beside them, to the record otherwise. */
export const whoWord =
  /^((操作|柜)员号?|用户名?|登录名|单位|行社|信用社|(所属)?(网点|机构)|机构号|部门|岗位|角色|(营业|工作|系统)?日期|user|branch|login)$/iu
export const pagerWord =
  /(共\s*\d+\s*(条|页|笔|行)|第\s*\d*\s*\/?\s*\d*\s*页|每页|条\/页|上一页|下一页|当前第|显示第|转到|displaying|page \d+ of|of \d+ pages)/iu
const beside = [unitWord, joiner, actionWord, valuePrefix]
const noLabel = anyOf(beside)
/** Whether a whole text stands beside a control without naming it. */
export const isNoLabel = (text: string): boolean => noLabel.test(text)
/** What no label has that is one word: one pattern, since it is asked of nearly every label there is. */
export const noPlainLabel = anyOf([...beside, valueEnd, chromeWord, pagerWord])

function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), 'iu')
}

export const noteWord = /^(注意?|(备注|填[表写])?说明|(温馨|友情)?提示|notes?|tips?)$/iu
export const signWord = /(签字|签章|签名|盖章|公章|（签）|\(签\)|手签)/u

const labelClass =
  /(^|[\s_-])(lbl|lab|tit|name|key|caption|fftdhead|field-?name|item-?l|th|head|term|bt|tdright|zdmc)($|[\s_-]|\d)|label|title($|[\s_-]|\d)|fieldname/iu
const requiredClass =
  /(^|[\s_-])(required|isrequired|must|mustinput|notnull|need|needed|bitian|nonull|mandatory|redstar|xing|star)($|[\s_-])/iu
export const menuClass =
  /(^|[\s_-])(\w*menu(bar)?|nav(bar|igation)?|side(bar|r)|bread\w+|crumbs?|accordion|[zd]?tree|outlookbar|steps?|tab-?s?-?(header\w*|title|strip\w*|bar)|(top|user|login|head)[_-]?(bar|info|nav|top)|(page|layui|el|layout)-?header|header-bar|banner|logo|kpis?|(small|info)-box)($|[\s_-]|\d)/iu
export const footClass = /(^|[\s_-])((page)?foot(er)?|bottom|copyright|status-?bar)($|[\s_-]|\d)/iu
export const pagerClass =
  /(^|[\s_-])(pager|pagination|paging|page[_-]?(bar|nav|info|div)|(lay|table-|turn)page)($|[\s_-]|\d)/iu
export const toolClass =
  /(^|[\s_-])((tool|btn|button)-?bar|buttons|btn-?group|table-tool|operate|button_?area)($|[\s_-]|\d)/iu
export const queryClass =
  /(^|[\s_-])(query|search(bar)?|filters?|conditions?|cx|chaxun)($|[\s_-]|\d)|(search|query)[-_]?(form|bar|box|area|panel|table|div)/iu
/** Remarks under a control. */
const helpClass = /(^|[\s_-])(help|hint|extra|aux|explain)($|[\s_-])|helper/iu
/** Lists that widgets open, calendars, tooltips, messages: never part of the record. */
export const popupClass =
  /(^|\s)(?!(?:ui|p)-dropdown(?:\s|$))([\w-]*-(dropdown|popper|popup|tips?|suggestion|mask|message|notification|date-menu)|ui-datepicker|ant-tooltip|combo-(panel|p)|tooltip|calendar|x-combo-list|x-menu|el-picker-panel|layui-(laydate|layer-shade|anim-upbit)|select2-container--open|chosen-drop|(el|ant)-form-item[-_]+(error|explain)\S*|x-form-invalid-(icon|msg))(\s|$)/iu
/** One field with its label: hidden, it is a field that is not asked, and no part of another tab. */
export const formItemClass = /form-(group|item)|x-field/u
export const tabPanelClass =
  /(^|\s)([\w-]*tab-?(pane|panel|item|body)|tabs-panels?|ant-tabs-(tabpane|content-item)|mini-tabs-body|x-hide-(display|offsets)|x-tab-panel-body|tab_?con\w*|tab_?(content|body)|tabbox|layui-colla-content|el-collapse-item__wrap|[\w-]*collapse-content\S*|accordion-body|panel-collapse|collapse)(\s|$)/iu

const partClass = anyOf([popupClass, menuClass, footClass, pagerClass, toolClass])
/** Whether a class may say that something is no part of the record. */
export const isPartClass = remembered((name) => partClass.test(name))
export const isHelpClass = remembered((name) => helpClass.test(name))
export const isLabelClass = remembered((name) => labelClass.test(name))
export const isRequiredClass = remembered((name) => requiredClass.test(name))
