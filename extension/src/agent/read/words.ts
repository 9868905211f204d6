/**
 * Words that tell labels from values and the record from the rest of a page. Word endings only: which field a
 * label means is the engine's business.
 */

/** Ends of what pages of loan systems write as a label. */
const labelEnds = new Set(
  '名称|姓名|全称|简称|号码|代码|号|日期|日|时间|年月|额度|比例|率|期限|方式|方法|用途|类型|类别|品种|品名|类|状态|标志|标识|状况|机构|网点|部门|经理|人|员|原因|说明|备注|意见|结论|情况|概况|地址|住址|住所|电话|手机|数量|数|本金|利息|罚息|复利|欠息|币种|币别|行业|规模|等级|评级|级别|性质|来源|描述|内容|结果|单位|账户|帐户|周期|价格|面积|位置|权属|权证|证件|合同|操作|摘要|凭证|附件|资料|措施|计划|进度|要求|建议|学历|职业|职务|婚姻|性别|年龄|收入|支出|资产|负债|资本|利润|费用|税|投向|产品|项目|主体|对象|形式|理由|依据|渠道|流向|去向|开户行|贷款行|行名|编码|敞口|与否|得分|评分|信息|条件|风险|关系|问题|重点|因素|变化|影响|抵押物|质押物|押品|担保物|额|值|表|书'.split(
    '|',
  ),
)

/** Whether a text ends as labels do. A set, because this is asked of every text on the page. */
export function endsAsLabel(text: string): boolean {
  for (let length = 1; length <= 3; length++) if (labelEnds.has(text.slice(-length))) return true
  return false
}

export const labelStart = /^(是否|有无|能否|有否|可否|最近|上次|下次|本次|预计|实际|累计|当前|原|首次)/u

/** Whole texts that are values of code lists, not labels. */
export const valueWord =
  /^(是|否|有|无|男|女|(正常|关注|次级|可疑|损失)类?|人民币|美元|信用|保证|抵押|质押|信用贷款|流动资金贷款|有效|无效|[已未]?结清|(居民)?身份证|统一社会信用代码|营业执照|非?现场(检查)?|电话|受托支付|自主支付|按月付息|到期还本|等额本息|等额本金|已婚|未婚|短期|中期|长期|固定利率|浮动利率|对公|个人|农户|小型|中型|大型|微型|小微企业)$/u

export const valueEnd =
  /(有限公司|有限责任公司|股份公司|公司|支行|分行|营业部|分理处|信用社|厂|商店|商行|合作社|经营部|集团|银行|元整)$/u

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
  /^[年月日\s_]+$|^[-—－–_/\\\s*·.…]*$|^[-—－–=*<>\s]*(请选择|请您选择|请输入|请填写|未选择|未提供|未录入|未填写|未填|暂无|暂无数据|无数据|没有数据|待录入|全部选项|Please select|Select|-?\s*select\s*-?|null|undefined|NaN|N\/A)[-—－–=*<>.…\s]*$|^(请选择|请输入|请填写|点击选择|Please |Enter )[^，。,]{0,30}$/iu

export const queryWord =
  /^(查询|搜索|检索|筛选|高级查询|快速查询|精确查询|开始查询|query|search|filter|find)$/iu
export const resetWord = /^(重置|清空|清除|重填|reset|clear)$/iu
export const queryTitle = /^(查询条件|查询|查询区|检索条件|筛选条件|搜索条件|条件查询|query|search|filter)/iu
export const saveWord =
  /^(保存|暂存|提交|保存并提交|保存修改|保存草稿|确认提交|提交审批|确定|确认|提交复核|完成检查|保存退出|保存返回|登记|录入完成|save|submit|ok)$/iu
export const actionWord =
  /^(查看|选择|修改|删除|详情|明细|更多|展开|收起|编辑|新增|增加|添加|返回|关闭|取消|打印|导出|导入|上传|下载|浏览|引入|预览|复制|刷新|退出|注销|上一页|下一页|首页|末页|尾页|跳转|go|查看详情|联网核查|征信查询|计算|测算|…|\.\.\.|>>|>|<<|<)$/iu

/** Lines about who is logged in and what the system is: outside the record wherever they stand. */
export const chromeWord =
  /((当前|登[录陆])用户|当前操作员|当前登录|(登录|当前)机构|(当前|您的|您现在的|所在)位置|版权所有|copyright|©|技术支持|建议使用|系统版本|版本号|在线人数|今天是|欢迎(您|使用)|注销登录|安全退出|系统时间|打印(时间|日期|人)|制表人)/iu
/** Belong to a status bar when nothing else stands beside them, to the record otherwise. */
export const whoWord =
  /^(操作员|操作员号|柜员|柜员号|用户|用户名|登录名|所属网点|所属机构|机构|机构号|网点|部门|岗位|角色|日期|营业日期|工作日期|系统日期|user|branch|login)$/iu
export const pagerWord =
  /(共\s*\d+\s*(条|页|笔|行)|第\s*\d*\s*\/?\s*\d*\s*页|每页|条\/页|上一页|下一页|当前第|显示第|转到|displaying|page \d+ of|of \d+ pages|共\d+页)/iu
export const noteWord =
  /^(注|注意|备注说明|说明|温馨提示|提示|填表说明|填写说明|友情提示|note|notes|tips?)$/iu
export const signWord = /(签字|签章|签名|盖章|公章|（签）|\(签\)|手签)/u

/** Asked for only when something happened: empty on a healthy loan though starred. */
export const onlySometimes =
  /(核销|转垫|垫款日|结汇|展期|结清|诉讼|起诉|压降|收回日|追偿|变更|注销|退回|退出|解除|处置|重组|拒绝|否决|不同意|不符|异常|其他|其它|逾期原因|欠息原因|违约|拖欠|整改|补充|终止|提前|失效|冻结|止付|下迁|迁徙|延期|豁免|如有|若有|如是|若是|如否|若否|若“|若"|如“|为是|为否|详述|选填|可选|可不填|可为空|必填项不|第二|附加)/u
export const conditionShown =
  /(如有|若有|如是|若是|如否|若否|若|如为|当.{1,12}时|选择.{1,12}(时|后)|仅|选填|可选|可不填|非必填|无则|没有可|视情况|有则)/u

export const labelClass =
  /(^|[\s_-])(label|lbl|lab|title|tit|name|key|caption|fftdhead|tdlabel|td_label|td-label|field-?name|item-?l|th|head|term|bt|tdright|td_title|tdtitle|zdmc)($|[\s_-]|\d)|label|fieldname/iu
export const valueClass =
  /(^|[\s_-])(value|val|content|con|text|data|detail|desc|info|input|control|wrapper|element|num|fftdinput)($|[\s_-]|\d)|value|content/iu
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
  /(^|\s)([\w-]*-(dropdown|popper|popup|tips?|suggestion|mask|message|notification|date-menu)|ui-datepicker|ant-tooltip|combo-(panel|p)|tooltip|calendar|x-combo-list|x-menu|el-picker-panel|layui-(laydate|layer-shade|anim-upbit)|select2-container--open|chosen-drop|(el|ant)-form-item[-_]+(error|explain)\S*|x-form-invalid-(icon|msg))(\s|$)/iu
export const tabPanelClass =
  /(^|\s)([\w-]*tab-?(pane|panel|item|body)|tabs-panel|ant-tabs-(tabpane|content-item)|mini-tabs-body|x-hide-(display|offsets)|x-tab-panel-body|tab_?con\w*|tab_?(content|body)|tabbox|layui-colla-content|el-collapse-item__wrap|[\w-]*collapse-content\S*|accordion-body|panel-collapse|collapse)(\s|$)/iu
