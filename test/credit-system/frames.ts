import { escapeHtml as e } from './data.ts'

const meta = '<META http-equiv=Content-Type content="text/html; charset=gb2312">'

export function loginPage(failed: boolean): string {
  return `<HTML><HEAD>${meta}<TITLE>信贷管理系统 登录</TITLE></HEAD><BODY bgcolor=#e8eef7><FORM method=post action="/login.jsp"><TABLE align=center style="margin-top:120px"><TR><TD colspan=2><H2>信贷管理系统</H2></TD></TR>${failed ? '<TR><TD colspan=2><FONT color=red>柜员号或密码为空</FONT></TD></TR>' : ''}<TR><TD>柜员号</TD><TD><INPUT name=user value="330107"></TD></TR><TR><TD>密　码</TD><TD><INPUT type=password name=word value="practice"></TD></TR><TR><TD></TD><TD><INPUT type=submit value="登 录"></TD></TR></TABLE></FORM></BODY></HTML>`
}

/** The frameset of 2009: top, menu, work; the inner frames are known by id alone. */
export function frameset(work: string): string {
  return `<HTML><HEAD>${meta}<TITLE>信贷管理系统</TITLE></HEAD><FRAMESET rows="55,*" border=0><FRAME src="/top.jsp" noresize scrolling=no><FRAMESET cols="150,*"><FRAME id=menu src="/menu.jsp"><FRAME id=work name=work src="${e(work)}"></FRAMESET></FRAMESET></HTML>`
}

export function topPage(): string {
  return `<HTML><HEAD>${meta}</HEAD><BODY style="margin:0;background:#2e5d9f;color:#fff"><TABLE width=100%><TR><TD><B style="font-size:20px">信贷管理系统</B></TD><TD align=right style="font-size:12px">操作员：周敏（330107）　机构：城南支行　日期：2026-11-03　<A href="/login.jsp" target=_top style="color:#fff">[退出]</A></TD></TR></TABLE></BODY></HTML>`
}

const menu: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    '贷后管理',
    [
      ['贷款台账查询', '/dh/list.jsp'],
      ['贷后检查录入', '/dh/check.jsp'],
      ['资金用途跟踪', '/dh/zjyt.jsp'],
      ['押品信息', '/yp/ypxx.jsp'],
      ['催收登记', '/cs/csdj.jsp'],
    ],
  ],
  [
    '新版页面',
    [
      ['EasyUI', '/w/easyui.jsp'],
      ['MiniUI', '/w/miniui.jsp'],
      ['ExtJS', '/w/extjs.jsp'],
      ['DataWindow', '/w/datawindow.jsp'],
      ['LayUI', '/w/layui.html'],
      ['Element', '/w/element.html'],
      ['Ant Design', '/w/antd.html'],
    ],
  ],
]

export function menuPage(): string {
  return `<HTML><HEAD>${meta}<STYLE>BODY{margin:0;font-size:12px;background:#e4ebf5}A{display:block;padding:4px 20px;color:#000;text-decoration:none}</STYLE></HEAD><BODY>${menu.map(([group, links]) => `<DIV style="background:#c5d5ea;padding:4px"><B>${group}</B></DIV>${links.map(([text, to]) => `<A href="${to}" target=work>${text}</A>`).join('')}`).join('')}</BODY></HTML>`
}

/** The loan with its tabs: each tab is an iframe, and those not chosen are not shown. */
export function loanTabs(loanNo: string): string {
  const tabs = [
    ['借据信息', '/dk/jjxx.jsp'],
    ['首次检查', '/dh/check.jsp'],
    ['资金用途', '/dh/zjyt.jsp'],
    ['押品', '/yp/ypxx.jsp'],
    ['催收', '/cs/csdj.jsp'],
  ] as const
  return `<HTML><HEAD>${meta}<TITLE>贷款详情</TITLE><STYLE>BODY{font-size:12px}.tab{padding:4px 12px;border:1px solid #999;cursor:pointer}.on{background:#c8d3e2}</STYLE></HEAD><BODY><DIV>${tabs.map(([text], index) => `<SPAN class="tab${index === 0 ? ' on' : ''}" onclick="show(${index})" id=tab${index}>${text}</SPAN>`).join('')}</DIV>
${tabs.map(([, to], index) => `<IFRAME id=f${index} ${index === 0 ? `src="${to}?jjh=${loanNo}"` : `data-src="${to}?jjh=${loanNo}" style="display:none"`} width=100% height=640 frameborder=0></IFRAME>`).join('\n')}
<SCRIPT>function show(n){for(var i=0;i<${tabs.length};i++){var f=document.getElementById('f'+i);f.style.display=i==n?'':'none';document.getElementById('tab'+i).className=i==n?'tab on':'tab';if(i==n&&!f.getAttribute('src'))f.src=f.getAttribute('data-src')}}</SCRIPT></BODY></HTML>`
}

export function chooser(): string {
  return `<HTML><HEAD>${meta}<TITLE>选择人员</TITLE></HEAD><BODY><TABLE border=1><TR><TD>工号</TD><TD>姓名</TD></TR><TR><TD>330107</TD><TD><A href="#" onclick="choose('周敏')">周敏</A></TD></TR><TR><TD>330112</TD><TD><A href="#" onclick="choose('何建军')">何建军</A></TD></TR></TABLE><SCRIPT>function choose(n){try{opener.document.form1.fhr.value=n}catch(e){}close()}</SCRIPT></BODY></HTML>`
}
