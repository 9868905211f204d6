import type { Loan } from '../../portfolio/loan.ts'
import { day, escapeHtml as e, money, payments, plainDay, rate } from '../data.ts'
import type { PracticePage } from '../truth.ts'

const style = `<STYLE>TD{font-size:12px}.tdl{background:#e4e4e4;text-align:right;width:18%}.tdv{width:32%}.tt{background:#c8d3e2;font-weight:bold}.rd{color:red}</STYLE>`

/** Uppercase tags, tables in tables, labels without a colon, hidden code rows that repeat the labels. */
export function oldDetail(loan: Loan): PracticePage {
  const row = (a: string, av: string, b: string, bv: string): string =>
    `<TR><TD class=tdl>${a}</TD><TD class=tdv>${av || '&nbsp;'}</TD><TD class=tdl>${b}</TD><TD class=tdv>${bv || '&nbsp;'}</TD></TR>`
  const html = `<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312"><TITLE>借据详细信息</TITLE>${style}</HEAD><BODY>
<TABLE width=100% border=0><TR><TD>当前位置：贷后管理 &gt;&gt; 贷款台账查询 &gt;&gt; 借据详情</TD></TR></TABLE>
<TABLE width=98% align=center><TR><TD><TABLE width=100% border=1 cellspacing=0>
<TR><TD colspan=4 class=tt>借据信息</TD></TR>
${row('借据编号', loan.loanNo, '合同编号', loan.contractNo)}
${row('客户名称', e(loan.customerName), '证件号码', loan.idNumber)}
<TR style="display:none"><TD class=tdl>客户名称</TD><TD class=tdv>${loan.customerId}</TD><TD class=tdl>五级分类</TD><TD>10</TD></TR>
${row('贷款品种', e(loan.productType), '主担保方式', loan.guaranteeType)}
${row('贷款金额(元)', money(loan.loanAmount), '贷款余额(元)', money(loan.balance))}
${row('发放日期', plainDay(loan.disburseDate), '到期日期', plainDay(loan.maturityDate))}
${row('执行年利率(%)', rate(loan.interestRate), '还款方式', loan.repayMethod)}
${row('五级分类', loan.fiveClass, '逾期天数', String(loan.overdueDays))}
${row('核销日期<FONT class=rd>*</FONT>', '', '结清日期', plainDay(loan.closeDate))}
<TR><TD class=tdl>贷款用途</TD><TD colspan=3>${e(loan.loanPurpose)}</TD></TR>
</TABLE></TD></TR></TABLE>
<DIV align=center>经办人签字：____________　　复核人签字：____________</DIV>
<TABLE width=100%><TR><TD>当前用户：周敏</TD><TD>所属网点：${e(loan.orgName)}</TD><TD>版本号：V3.2</TD></TR></TABLE>
</BODY></HTML>`
  return {
    path: '/dk/jjxx.jsp',
    title: '借据详细信息',
    family: 'JSP 表格',
    shows: 'detail',
    html,
    truth: {
      fields: [
        { label: '借据编号', value: loan.loanNo, field: 'loanNo' },
        { label: '合同编号', value: loan.contractNo, field: 'contractNo' },
        { label: '客户名称', value: loan.customerName, field: 'customerName' },
        { label: '证件号码', value: loan.idNumber, field: 'idNumber' },
        { label: '贷款品种', value: loan.productType, field: 'productType' },
        { label: '主担保方式', value: loan.guaranteeType, field: 'guaranteeType' },
        { label: '贷款金额(元)', value: money(loan.loanAmount), field: 'loanAmount' },
        { label: '贷款余额(元)', value: money(loan.balance), field: 'balance' },
        { label: '发放日期', value: plainDay(loan.disburseDate), field: 'disburseDate' },
        { label: '到期日期', value: plainDay(loan.maturityDate), field: 'maturityDate' },
        { label: '执行年利率(%)', value: rate(loan.interestRate), field: 'interestRate' },
        { label: '还款方式', value: loan.repayMethod, field: 'repayMethod' },
        { label: '五级分类', value: loan.fiveClass, field: 'fiveClass' },
        { label: '逾期天数', value: String(loan.overdueDays), field: 'overdueDays' },
        { label: '核销日期', value: '', field: null },
        { label: '结清日期', value: plainDay(loan.closeDate), field: 'closeDate' },
        { label: '贷款用途', value: loan.loanPurpose, field: 'loanPurpose' },
      ],
      grids: [],
      notRecord: ['当前用户', '所属网点', '版本号', '经办人签字', '复核人签字', '当前位置'],
    },
  }
}

/** A form that posts back: stars behind labels, a disabled combo, a chooser, a composite date, payments below. */
export function oldInspection(loan: Loan, posted: Readonly<Record<string, string>> = {}): PracticePage {
  const checkDate = posted['jcrq'] ?? ''
  const conclusion = posted['jcjl'] ?? ''
  const message =
    Object.keys(posted).length === 0
      ? ''
      : `<TR><TD colspan=4 class=rd>${checkDate === '' ? '检查日期不能为空！' : '保存成功。'}</TD></TR>`
  const paid = payments(loan)
  const html = `<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312"><TITLE>首次检查录入</TITLE>${style}
<SCRIPT src="/slow.js"></SCRIPT></HEAD><BODY>
<DIV>当前位置：贷后管理 &gt;&gt; 贷后检查录入 &gt;&gt; 首次检查</DIV>
<FORM name=form1 method=post action="/dh/check.jsp?jjh=${loan.loanNo}">
<TABLE width=98% border=1 cellspacing=0><TR><TD colspan=4 class=tt>借据信息</TD></TR>
${message}
<TR><TD class=tdl>借据号：</TD><TD><INPUT name=jjh readonly value="${loan.loanNo}"></TD><TD class=tdl>客户名称：</TD><TD><INPUT name=website readonly value="${e(loan.customerName)}"></TD></TR>
<TR><TD class=tdl>证件号码：</TD><TD><INPUT name=zjhm value="${loan.idNumber}"></TD><TD class=tdl>贷款品种：</TD><TD><SELECT name=dkpz disabled><OPTION value=01>${e(loan.productType)}</OPTION></SELECT></TD></TR>
<TR><TD class=tdl>贷款金额（元）：</TD><TD><INPUT name=je value="${money(loan.loanAmount)}"></TD><TD class=tdl>贷款余额（元）：</TD><TD><INPUT name=ye value="${money(loan.balance)}"></TD></TR>
<TR><TD class=tdl>放款日期：</TD><TD><INPUT name=fkrq value="${plainDay(loan.disburseDate)}"></TD><TD class=tdl>到期日期：</TD><TD><INPUT name=dqrq value="${plainDay(loan.maturityDate)}"></TD></TR>
<TR><TD class=tdl>五级分类：</TD><TD><SELECT name=wjfl><OPTION>正常</OPTION><OPTION>关注</OPTION><OPTION selected>${loan.fiveClass}</OPTION></SELECT></TD><TD class=tdl>支付方式：</TD><TD><INPUT type=radio name=zffs value=1 ${loan.payMethod === '受托支付' ? 'checked' : ''}>受托支付<INPUT type=radio name=zffs value=2 ${loan.payMethod === '受托支付' ? '' : 'checked'}>自主支付</TD></TR>
<TR><TD class=tdl>贷款用途<FONT class=rd>*</FONT>：</TD><TD colspan=3><INPUT name=yt size=50 value=""></TD></TR>
<TR><TD colspan=4 class=tt>首次检查</TD></TR>
<TR><TD class=tdl>检查日期<FONT class=rd>*</FONT>：</TD><TD><INPUT name=jcrq class=Wdate value="${e(checkDate)}"></TD><TD class=tdl>检查方式<FONT class=rd>*</FONT>：</TD><TD><SELECT name=jcfs><OPTION value="">---请选择---</OPTION><OPTION>现场</OPTION><OPTION>非现场</OPTION></SELECT></TD></TR>
<TR><TD class=tdl>检查人<FONT class=rd>*</FONT>：</TD><TD><INPUT name=jcr readonly value="${e(loan.managerName)}"><INPUT type=button value="选择" onclick="window.open('/pop/user.jsp','','width=400,height=300')"></TD><TD class=tdl>复核人<FONT class=rd>*</FONT>：</TD><TD><INPUT name=fhr readonly value=""><INPUT type=button value="…" onclick="window.open('/pop/user.jsp','','width=400,height=300')"></TD></TR>
<TR><TD class=tdl>是否展期：</TD><TD><SELECT name=sfzq><OPTION>否</OPTION><OPTION>是</OPTION></SELECT></TD><TD class=tdl>展期到期日<FONT class=rd>*</FONT>：</TD><TD><INPUT name=zqdqr value=""></TD></TR>
<TR><TD class=tdl>检查结论<BR>及意见<FONT class=rd>*</FONT>：</TD><TD colspan=3><TEXTAREA name=jcjl rows=3 cols=80>${e(conclusion)}</TEXTAREA>（最多500字）</TD></TR>
</TABLE><CENTER><INPUT type=submit value="保 存"> <INPUT type=button value="提 交"> <INPUT type=button value="返 回"></CENTER></FORM>
<TABLE width=98% border=1 cellspacing=0><TR><TD colspan=6 class=tt>支付明细</TD></TR><TR class=tt><TD>序号</TD><TD>交易日期</TD><TD>收款单位</TD><TD>金额（元）</TD><TD>摘要</TD><TD>凭证</TD></TR>
${paid.map((one, index) => `<TR><TD>${index + 1}</TD><TD>${one.date}</TD><TD>${one.payee}</TD><TD align=right>${one.amount}</TD><TD>${one.summary}</TD><TD>${one.voucher}</TD></TR>`).join('\n')}
<TR><TD colspan=3>合 计</TD><TD align=right>${money(loan.loanAmount)}</TD><TD></TD><TD></TD></TR></TABLE>
<P>注：带<FONT class=rd>*</FONT>的为必填项。</P></BODY></HTML>`
  return {
    path: '/dh/check.jsp',
    title: '首次检查录入',
    family: 'JSP 表单',
    shows: 'inspection',
    html,
    truth: {
      fields: [
        { label: '借据号', value: loan.loanNo, field: 'loanNo' },
        { label: '客户名称', value: loan.customerName, field: 'customerName' },
        { label: '证件号码', value: loan.idNumber, field: 'idNumber' },
        { label: '贷款品种', value: loan.productType, field: 'productType' },
        { label: '贷款金额（元）', value: money(loan.loanAmount), field: 'loanAmount' },
        { label: '贷款余额（元）', value: money(loan.balance), field: 'balance' },
        { label: '放款日期', value: plainDay(loan.disburseDate), field: 'disburseDate' },
        { label: '到期日期', value: plainDay(loan.maturityDate), field: 'maturityDate' },
        { label: '五级分类', value: loan.fiveClass, field: 'fiveClass' },
        { label: '支付方式', value: loan.payMethod, field: 'payMethod' },
        { label: '贷款用途', value: '', field: 'loanPurpose', required: true },
        { label: '检查日期', value: checkDate, field: 'lastCheckDate', required: true },
        { label: '检查方式', value: '', field: 'checkMethod', required: true },
        { label: '检查人', value: loan.managerName, field: 'checkerId', required: true },
        { label: '复核人', value: '', field: 'reviewerId', required: true },
        { label: '是否展期', value: '否', field: null },
        { label: '展期到期日', value: '', field: null },
        { label: '检查结论及意见', value: conclusion, field: 'checkConclusion', required: true },
      ],
      grids: [
        {
          columns: ['序号', '交易日期', '收款单位', '金额（元）', '摘要', '凭证'],
          rows: 4,
          firstRow: ['1', paid[0]?.date ?? '', paid[0]?.payee ?? '', paid[0]?.amount ?? '', '货款', '有'],
        },
      ],
      notRecord: ['当前位置', '注'],
    },
  }
}

/** The list: a query form with the list's own words, titles apart from the rows, a pager. */
export function oldList(loans: readonly Loan[], pageNumber: number): PracticePage {
  const size = 15
  const shown = loans.slice((pageNumber - 1) * size, pageNumber * size)
  const widths = [40, 150, 200, 130, 120, 90, 70, 70, 80]
  const columns = [
    '序号',
    '借据号',
    '客户名称',
    '贷款品种',
    '贷款余额（元）',
    '到期日',
    '五级分类',
    '逾期天数',
    '操作',
  ]
  const cells = (texts: readonly string[]): string =>
    texts.map((text, index) => `<TD width=${widths[index]}>${text}</TD>`).join('')
  const rows = shown.map((loan, index) => [
    String((pageNumber - 1) * size + index + 1),
    loan.loanNo,
    loan.customerName,
    loan.productType,
    money(loan.balance),
    plainDay(loan.maturityDate),
    loan.fiveClass,
    String(loan.overdueDays),
  ])
  const pages = Math.ceil(loans.length / size)
  const html = `<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312"><TITLE>贷款台账查询</TITLE>${style}</HEAD><BODY>
<DIV>当前位置：贷后管理 &gt;&gt; 贷款台账查询</DIV>
<FORM name=queryForm action="/dh/list.jsp"><TABLE border=1 cellspacing=0><TR><TD class=tdl>客户名称：</TD><TD><INPUT name=khmc></TD><TD class=tdl>五级分类：</TD><TD><SELECT><OPTION>--全部--</OPTION><OPTION>正常</OPTION></SELECT></TD><TD class=tdl>到期日：</TD><TD><INPUT size=8>至<INPUT size=8></TD><TD><INPUT type=submit value="查 询"></TD></TR></TABLE></FORM>
<DIV class=tt>查询结果（共 ${loans.length} 条）</DIV>
<DIV style="width:950px"><TABLE id=headTable border=1 cellspacing=0 style="table-layout:fixed;width:950px"><TR class=tt>${cells(columns)}</TR></TABLE></DIV>
<DIV style="width:970px;height:330px;overflow:auto"><TABLE border=1 cellspacing=0 style="table-layout:fixed;width:950px">
${rows.map((row) => `<TR>${cells([...row.map(e), `<A href="/dk/frame.jsp?jjh=${row[1]}">查看</A> <A href="/dh/check.jsp?jjh=${row[1]}">检查</A>`])}</TR>`).join('\n')}
</TABLE></DIV>
<DIV align=right>第 ${pageNumber}/${pages} 页　<A href="?p=1">首页</A> <A href="?p=${Math.max(1, pageNumber - 1)}">上页</A> <A href="?p=${Math.min(pages, pageNumber + 1)}">下页</A> 每页 ${size} 条</DIV></BODY></HTML>`
  return {
    path: '/dh/list.jsp',
    title: '贷款台账查询',
    family: 'JSP 列表',
    shows: 'list',
    html,
    truth: {
      fields: [],
      grids: [{ columns, rows: rows.length, firstRow: [...(rows[0] ?? []), '查看检查'] }],
      notRecord: ['客户名称', '五级分类', '到期日'],
    },
  }
}

/** Fund use: pairs written in one piece of text, label and control in one cell, units behind controls. */
export function fundUse(loan: Loan): PracticePage {
  const html = `<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312"><TITLE>资金用途跟踪</TITLE>${style}</HEAD><BODY>
<P>借据号：${loan.loanNo}　　客户名称：<B>${e(loan.customerName)}</B>　　放款日期：<B>${day(loan.disburseDate)}</B></P>
<FORM><FIELDSET><LEGEND>资金流向（单位：万元）</LEGEND>
<TABLE><TR><TD>资金流向检查日期 <INPUT name=a value="${day(loan.firstCheckDate)}"></TD><TD>检查方式 <SELECT name=b><OPTION>${loan.checkMethod}</OPTION></SELECT></TD></TR>
<TR><TD>实际用途<FONT class=rd>*</FONT> <INPUT name=c value="${e(loan.loanPurpose)}"></TD><TD>受托支付金额 <INPUT name=d value="${(loan.loanAmount / 10_000).toFixed(2)}">万元</TD></TR>
<TR><TD colspan=2>资金流向检查结论<BR><TEXTAREA name=f cols=80></TEXTAREA></TD></TR></TABLE></FIELDSET>
<INPUT type=button value="暂 存"> <INPUT type=button value="提 交"></FORM></BODY></HTML>`
  return {
    path: '/dh/zjyt.jsp',
    title: '资金用途跟踪',
    family: 'JSP 同格标签',
    shows: 'fundUse',
    html,
    truth: {
      fields: [
        { label: '借据号', value: loan.loanNo, field: 'loanNo' },
        { label: '客户名称', value: loan.customerName, field: 'customerName' },
        { label: '放款日期', value: day(loan.disburseDate), field: 'disburseDate' },
        { label: '资金流向检查日期', value: day(loan.firstCheckDate), field: 'fundTraceDate' },
        { label: '检查方式', value: loan.checkMethod, field: 'checkMethod' },
        { label: '实际用途', value: loan.loanPurpose, field: null, required: true },
        { label: '受托支付金额', value: (loan.loanAmount / 10_000).toFixed(2), field: null, unit: '万元' },
        { label: '资金流向检查结论', value: '', field: 'fundTraceResult' },
      ],
      grids: [],
      notRecord: [],
    },
  }
}

/** Collateral: titles over values, a matrix, a group named by a tall cell. */
export function collateral(loan: Loan): PracticePage {
  const worth = money(loan.loanAmount * 1.8)
  const html = `<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312"><TITLE>押品信息</TITLE>${style}</HEAD><BODY>
<TABLE border=1 cellspacing=0 width=98%><TR><TH rowspan=3>抵押物</TH><TH>押品编号</TH><TD>YP${loan.loanNo.slice(-6)}</TD><TH>押品类型</TH><TD>厂房</TD></TR>
<TR><TH>押品所有人</TH><TD>${e(loan.customerName)}</TD><TH>最新估值（元）</TH><TD>￥${worth}</TD></TR>
<TR><TH>登记到期日</TH><TD>${day(loan.maturityDate)}</TD><TH>保险到期日</TH><TD>-</TD></TR></TABLE>
<TABLE border=1 cellspacing=0><TR><TD>估值日期</TD><TD>估值方式</TD></TR><TR><TD><INPUT name=gzrq value="${day(loan.disburseDate)}"></TD><TD><SELECT><OPTION>外部评估</OPTION></SELECT></TD></TR></TABLE>
<TABLE border=1 cellspacing=0><TR><TD>项目</TD><TD>年初</TD><TD>期末</TD></TR><TR><TD>评估价值</TD><TD>100.00</TD><TD>110.00</TD></TR><TR><TD>已抵押价值</TD><TD>20.00</TD><TD>20.00</TD></TR></TABLE>
</BODY></HTML>`
  return {
    path: '/yp/ypxx.jsp',
    title: '押品信息',
    family: 'JSP 表头',
    shows: 'collateral',
    html,
    truth: {
      fields: [
        { label: '押品编号', value: `YP${loan.loanNo.slice(-6)}`, field: 'collateralId' },
        { label: '押品类型', value: '厂房', field: 'collateralType' },
        { label: '押品所有人', value: loan.customerName, field: 'collateralOwner' },
        { label: '最新估值（元）', value: `￥${worth}`, field: 'latestValuation' },
        { label: '登记到期日', value: day(loan.maturityDate), field: 'registrationExpiry' },
        { label: '保险到期日', value: '', field: 'insuranceExpiry' },
        { label: '估值日期', value: day(loan.disburseDate), field: 'valuationDate' },
        { label: '估值方式', value: '外部评估', field: null },
      ],
      grids: [{ columns: ['项目', '年初', '期末'], rows: 2, firstRow: ['评估价值', '100.00', '110.00'] }],
      notRecord: [],
    },
  }
}

/** Collection: a definition list and div pairs, as a later team of the same bank wrote them. */
export function collection(loan: Loan): PracticePage {
  const html = `<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312"><TITLE>催收登记</TITLE><STYLE>.req:before{content:"*";color:red}.cell{display:inline-block;width:300px}</STYLE></HEAD><BODY>
<DL><DT>借据号</DT><DD>${loan.loanNo}</DD><DT>逾期本金</DT><DD>${money(loan.principalOverdueAmt)}</DD><DT>欠息金额</DT><DD>${money(loan.onBsInterest)}</DD><DT>逾期日期</DT><DD></DD></DL>
<FORM><DIV class=cell><LABEL for=t1 class=req>最近催收日期</LABEL><DIV><INPUT id=t1 value="${day(loan.lastCollectionDate)}"></DIV></DIV>
<DIV class=cell><LABEL for=t2 class=req>催收方式</LABEL><DIV><SELECT id=t2><OPTION value="">请选择</OPTION><OPTION>电话</OPTION></SELECT></DIV></DIV>
<DIV class=cell><SPAN>承诺还款日</SPAN><DIV><INPUT></DIV></DIV>
<DIV><LABEL><INPUT type=checkbox> 债务人失联</LABEL></DIV>
<DIV><INPUT placeholder="请输入催收记录" style="width:600px"></DIV><BUTTON type=button>登记</BUTTON></FORM></BODY></HTML>`
  return {
    path: '/cs/csdj.jsp',
    title: '催收登记',
    family: 'JSP 分块',
    shows: 'collection',
    html,
    truth: {
      fields: [
        { label: '借据号', value: loan.loanNo, field: 'loanNo' },
        { label: '逾期本金', value: money(loan.principalOverdueAmt), field: 'principalOverdueAmt' },
        { label: '欠息金额', value: money(loan.onBsInterest), field: 'interestArrearsAmt' },
        { label: '逾期日期', value: '', field: 'overdueDate' },
        {
          label: '最近催收日期',
          value: day(loan.lastCollectionDate),
          field: 'lastCollectionDate',
          required: true,
        },
        { label: '催收方式', value: '', field: 'lastCollectionMethod', required: true },
        { label: '承诺还款日', value: '', field: 'promiseDate' },
        { label: '债务人失联', value: '', field: 'debtorUnreachable' },
        { label: '催收记录', value: '', field: 'collectionNote' },
      ],
      grids: [],
      notRecord: [],
    },
  }
}
