/**
 * Words that tell labels from values and the record from the rest of a page. Word endings only: which field a
 * label means is the engine's business.
 */

/** Ends of what pages of loan systems write as a label. */
const labelEnds = new Set(
  '称|计划|资料|附件|姓名|品名|码|号|日期|日|时间|额度|比例|率|期限|式|方法|用途|类型|别|品种|类|态|标识|况|机构|网点|部门|经理|人|员|原因|说明|备注|意见|结论|址|住所|电话|手机|数量|数|本金|息|复利|币种|行业|规模|等级|评级|性质|来源|描述|内容|结果|单位|账户|帐户|周期|价格|面积|位置|权属|证件|合同|摘要|凭证|措施|婚姻|年龄|收入|支出|资产|负债|资本|利润|费用|税|向|产品|项目|理由|行名|条件|风险|关系|问题|变化|押物|押品|担保物|额|值|表|书|开户银行|贷款银行|经办银行|往来银行'.split(
    '|',
  ),
)

/** Whether a text ends as labels do. A set, because this is asked of every text on the page. */
export function endsAsLabel(text: string): boolean {
  for (let length = 1; length <= 4; length++) if (labelEnds.has(text.slice(-length))) return true
  return false
}

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

export const queryWord = /^((高级|快速|精确|开始)?查询|搜索|检索|筛选|query|search|filter|find)$/iu
export const resetWord = /^(重置|清空|清除|重填|reset|clear)$/iu
export const queryTitle = /^(查询|(检索|筛选|搜索)条件|条件查询|query|search|filter)/iu
export const saveWord =
  /^((保存|提交)(并?提交|修改|草稿|审批|复核|退出|返回)?|暂存|确认(提交)?|确定|完成检查|登记|录入完成|save|submit|ok)$/iu
export const actionWord =
  /^(查看(详情)?|选择|修改|删除|详情|明细|更多|展开|收起|编辑|新增|[增添]加|返回|关闭|取消|打印|导[出入]|[上下]载|上传|浏览|引入|预览|复制|刷新|退出|注销|[上下]一页|[首末尾]页|跳转|go|[计测]算|…|\.\.\.|>>|>|<<|<)$/iu

/** Lines about who is logged in and what the system is: outside the record wherever they stand. */
export const chromeWord =
  /((当前|登[录陆])用户|当前操作员|当前登录|(登录|当前)机构|(当前|您的|您现在的|所在)位置|版权所有|copyright|©|技术支持|建议使用|系统版本|版本号|在线人数|今天是|欢迎(您|使用)|注销登录|安全退出|系统时间|打印(时间|日期|人)|制表人)/iu
/** Belong to a status bar when nothing else stands beside them, to the record otherwise. */
export const whoWord =
  /^(操作员|操作员号|柜员|柜员号|用户|用户名|登录名|单位|行社|所属网点|所属机构|机构|机构号|网点|部门|岗位|角色|日期|营业日期|工作日期|系统日期|user|branch|login)$/iu
export const pagerWord =
  /(共\s*\d+\s*(条|页|笔|行)|第\s*\d*\s*\/?\s*\d*\s*页|每页|条\/页|上一页|下一页|当前第|显示第|转到|displaying|page \d+ of|of \d+ pages)/iu
export const noteWord =
  /^(注|注意|备注说明|说明|温馨提示|提示|填表说明|填写说明|友情提示|note|notes|tips?)$/iu
export const signWord = /(签字|签章|签名|盖章|公章|（签）|\(签\)|手签)/u

/** A remark behind a control that says when it is asked for. */
export const conditionShown =
  /(若|如[有是否为]|当.{1,12}时|选择.{1,12}(时|后)|仅|选填|可选|可不填|非必填|无则|没有可|视情况|有则)/u

export const labelClass =
  /(^|[\s_-])(lbl|lab|tit|name|key|caption|fftdhead|field-?name|item-?l|th|head|term|bt|tdright|zdmc)($|[\s_-]|\d)|label|title($|[\s_-]|\d)|fieldname/iu
export const valueClass =
  /(^|[\s_-])(val|con|text|data|detail|desc|info|input|control|wrapper|element|num|fftdinput)($|[\s_-]|\d)|value|content/iu
export const requiredClass =
  /(^|[\s_-])(required|isrequired|must|mustinput|notnull|need|needed|bitian|nonull|mandatory|redstar|xing|star)($|[\s_-])/iu
export const menuClass =
  /(^|[\s_-])(menu|menubar|nav|navbar|navigation|sidebar|sider|sidemenu|leftmenu|topmenu|breadcrumb|crumbs?|accordion|tree|ztree|outlookbar|dtree|tabs-header\w*|tab-title|tab-strip\w*|tabstrip|tabbar)($|[\s_-]|\d)/iu
export const footClass =
  /(^|[\s_-])(footer|foot|pagefoot|bottom|copyright|statusbar|status-bar)($|[\s_-]|\d)/iu
export const headClass =
  /(^|[\s_-])(topbar|top-bar|header-bar|page-?header|banner|logo|userinfo|user-info|login-?info|top_?info|(layui|el|layout)-header|head_?top|topnav)($|[\s_-]|\d)/iu
export const pagerClass =
  /(^|[\s_-])(pager|pagination|paging|pagebar|page-?nav|laypage|table-page|pageinfo|page_?div|turnpage)($|[\s_-]|\d)/iu
export const toolClass =
  /(^|[\s_-])(toolbar|tool-bar|btn-?bar|button-?bar|buttons|btn-?group|table-tool|operate|button_?area)($|[\s_-]|\d)/iu
export const queryClass =
  /(^|[\s_-])(query|search|searchbar|filters?|conditions?|cx|chaxun)($|[\s_-]|\d)|(search|query)[-_]?(form|bar|box|area|panel|table|div)/iu
/** Lists that widgets open, calendars, tooltips, messages: never part of the record. */
export const popupClass =
  /(^|\s)(?!(?:ui|p)-dropdown(?:\s|$))([\w-]*-(dropdown|popper|popup|tips?|suggestion|mask|message|notification|date-menu)|ui-datepicker|ant-tooltip|combo-(panel|p)|tooltip|calendar|x-combo-list|x-menu|el-picker-panel|layui-(laydate|layer-shade|anim-upbit)|select2-container--open|chosen-drop|(el|ant)-form-item[-_]+(error|explain)\S*|x-form-invalid-(icon|msg))(\s|$)/iu
/** One field with its label: hidden, it is a field that is not asked, and no part of another tab. */
export const formItemClass = /form-(group|item)|x-field/u
export const tabPanelClass =
  /(^|\s)([\w-]*tab-?(pane|panel|item|body)|tabs-panels?|ant-tabs-(tabpane|content-item)|mini-tabs-body|x-hide-(display|offsets)|x-tab-panel-body|tab_?con\w*|tab_?(content|body)|tabbox|layui-colla-content|el-collapse-item__wrap|[\w-]*collapse-content\S*|accordion-body|panel-collapse|collapse)(\s|$)/iu
