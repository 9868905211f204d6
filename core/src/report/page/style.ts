import { ramp } from './looks.ts'

const heat = ramp.map(({ fill, text }, at) => `.h${at}{background:${fill};color:${text}}`).join('')

/** The page's only style sheet. */
export const style = `
:root{--fg1:#242424;--fg2:#424242;--fg3:#616161;--st1:#d1d1d1;--st2:#e0e0e0;--st3:#f0f0f0;--brand:#0f6cbd;--bad:#b10e1c}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:#fff;color:var(--fg1);font:12px/18px "Microsoft YaHei UI","Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Source Han Sans SC","Segoe UI",sans-serif;font-variant-numeric:tabular-nums;line-break:strict;overflow-wrap:anywhere;text-wrap:pretty}
main,footer{max-width:1280px;margin:0 auto;padding:28px 40px 0}
h1{font-size:22px;line-height:30px;margin:0;font-weight:600}h1 span{margin-left:16px}
h2{font-size:16px;line-height:22px;margin:0 0 8px;font-weight:600}
h3{font-size:14px;line-height:20px;margin:12px 0 4px;font-weight:600}
h2 small,h3 small{font-size:12px;font-weight:400;color:var(--fg3);margin-left:6px}
p{margin:4px 0}ul{margin:4px 0;padding-left:18px}
b,strong{font-weight:600}em{font-style:normal}
.mut{color:var(--fg3)}
.meta{display:flex;flex-wrap:wrap;gap:0 24px;color:var(--fg3);margin:4px 0 16px}
.kpi{display:grid;grid-template-columns:repeat(6,1fr);border:1px solid var(--st2);border-radius:4px;margin-bottom:16px}
.kpi div{padding:10px 16px;border-left:1px solid var(--st2);min-width:0}.kpi div:first-child{border-left:0}
.kpi span{color:var(--fg2);display:block}.kpi b{font-size:24px;line-height:32px;white-space:nowrap}.kpi b small{font-size:12px;font-weight:400;color:var(--fg3);margin-left:3px}.kpi em{color:var(--fg3);display:block;min-height:18px}
.bad{color:var(--bad);font-weight:600}.soon{color:#835b00}
.counts{display:flex;flex-wrap:wrap;gap:6px 28px;list-style:none;margin:0;padding:0 0 14px;border-bottom:1px solid var(--st2);align-items:center}.counts b{font-size:16px;line-height:22px}
.lv{display:inline-flex;align-items:center;gap:4px;white-space:nowrap;font-weight:600}
svg{flex:none;vertical-align:-2px}
.lv svg{stroke:none}.ss{fill:none;stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}.sh{fill:none;stroke:currentColor;stroke-width:1.3}
.serious{color:#b10e1c}.serious svg{fill:#c50f1f}.serious .ss{stroke:#fff}.serious .sd{fill:#fff}
.warning{color:#835b00}.warning svg{fill:#eaa300;stroke:#b27c00}.warning .ss{stroke:#242424}.warning .sd{fill:#242424;stroke:none}
.attention{color:#005ba1}.attention svg{fill:#006cbf}.attention .ss{stroke:#fff}.attention .sd{fill:#fff}
.notice{color:#616161}.notice svg{fill:#616161}.notice .ss{stroke:#fff}.notice .sd{fill:#fff}
.incomplete{color:#5c2e91}.incomplete .ss,.notRun .ss{stroke:currentColor}.incomplete .sd{fill:currentColor}
.notRun{color:#616161}
.note{background:#fafafa;border:1px solid var(--st2);border-radius:4px;padding:12px 16px;margin:16px 0 0}
nav{display:flex;flex-wrap:wrap;gap:4px 16px;margin:16px 0 24px}
a{color:var(--brand);text-decoration:none}a:hover{text-decoration:underline}
:focus-visible{outline:2px solid var(--brand);outline-offset:2px}
section{margin-bottom:28px;min-width:0}
.two{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 32px}
.two>:only-child{grid-column:1/-1}
.chart{margin:4px 0 8px;max-width:560px}.chart svg{display:block;width:100%;height:auto}.narrow{display:none}
.chart text{font-family:inherit}
.scroll{overflow-x:auto;max-width:100%;position:relative}
table.t{border-collapse:collapse;width:100%}
.t th{font-weight:400;height:28px;padding:4px 8px;text-align:right;white-space:nowrap}
.t thead th,.t thead td{color:var(--fg3);border-bottom:1px solid var(--st1)}
.t td{height:28px;padding:4px 8px;text-align:right;white-space:nowrap}
.t tbody tr>*{border-bottom:1px solid var(--st3)}
.t .a{text-align:left}.t .wrap{white-space:normal;min-width:180px}.t tr>:first-child{padding-left:0}
.t .tot>*{font-weight:600;border-top:1px solid var(--st1);border-bottom:0}
.ind td:nth-child(4){color:var(--fg3)}
.heats{grid-template-columns:340px minmax(0,1fr)}.heats.tall{grid-template-columns:minmax(0,1fr)}.heats.tall>:first-child{max-width:560px}.heat td,.heat th[scope=col]:not(.a){text-align:center;min-width:40px;max-width:64px;padding:0 2px}.heat th[scope=col]:not(.a){white-space:normal;vertical-align:bottom;line-height:14px;padding-bottom:4px}.heat tbody td{border:2px solid #fff;padding:0 4px}.heat .sum{font-weight:600}.heat tbody th{font-weight:400}
${heat}
.legend{color:var(--fg3);display:flex;gap:3px;align-items:center;margin-top:8px}.legend i{display:inline-block;width:20px;height:12px;border:1px solid var(--st1)}
.mig .dg{background:#f0f0f0}.mig .dn{background:#fdf3f4;color:#b10e1c}.mig .up{background:#f1faf1;color:#0e700e}
.tag{display:inline-block;height:18px;padding:0 5px;border-radius:3px;border:1px solid var(--st1);line-height:16px;color:var(--fg2);white-space:nowrap;background:#fff}
.tag.verified{border-color:#9fd89f;color:#0e700e;background:#f1faf1}.tag.unverified{border-style:dashed;border-color:#835b00;color:#835b00;background:#fefbf4}.tag.bank{color:var(--fg3);background:#f5f5f5;border-color:var(--st2)}
details{border-bottom:1px solid var(--st3)}
summary{cursor:pointer;min-height:32px;padding:7px 4px;list-style-position:inside}
summary:hover{background:#f5f5f5}
.rule .n{float:right;color:var(--fg2)}.rule summary .mut,.rule summary .tag{margin-left:6px}
.rule dl{display:grid;grid-template-columns:auto 1fr;gap:2px 12px;margin:0 0 8px 18px}dt{color:var(--fg3)}dd{margin:0}dd span{margin-right:16px}dd em{display:block;color:#835b00}
.rule .scroll,.rule .more,.rule>p{margin-left:18px;max-width:calc(100% - 18px)}
.tools{display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin:0 0 8px}
input[type=search]{font:inherit;width:320px;max-width:100%;height:32px;padding:0 8px;border:1px solid var(--st1);border-bottom-color:#616161;border-radius:4px}
button{font:inherit;min-height:24px;padding:2px 10px;border:1px solid var(--st1);border-radius:4px;background:#fff;color:var(--fg1);cursor:pointer}button:hover{background:#f5f5f5}.tools button{height:32px}
.own form{border:1px solid var(--st2);border-radius:4px;padding:12px 16px}
fieldset{border:0;margin:0 0 8px;padding:0;display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center}legend{float:left;margin-right:16px;padding:0;color:var(--fg3)}
fieldset label{display:inline-flex;align-items:center;gap:4px;min-height:24px}
.slide{display:grid;grid-template-columns:140px 1fr 56px;gap:8px;align-items:center;min-height:32px}.slide output{text-align:right;font-weight:600}input[type=range]{width:100%;min-height:24px;accent-color:var(--brand)}
footer{border-top:1px solid var(--st2);padding-top:10px;padding-bottom:36px;color:var(--fg3);display:flex;flex-wrap:wrap;gap:4px 24px;justify-content:space-between}
[hidden]{display:none!important}
@media (max-width:900px){.two,.heats{grid-template-columns:minmax(0,1fr)}.kpi{grid-template-columns:repeat(3,1fr)}.kpi div:nth-child(4){border-left:0}.kpi div:nth-child(n+4){border-top:1px solid var(--st2)}}
@media (max-width:600px){main,footer{padding-left:12px;padding-right:12px;padding-top:16px}.kpi{grid-template-columns:repeat(2,1fr)}.kpi div{padding:8px 12px}.kpi div:nth-child(4){border-left:1px solid var(--st2)}.kpi div:nth-child(odd){border-left:0}.kpi div:nth-child(n+3){border-top:1px solid var(--st2)}.wide{display:none}.narrow{display:block}.slide{grid-template-columns:96px 1fr 48px}.t .wrap{min-width:280px}}
@media (forced-colors:active){.lv svg *{stroke:currentColor}}
@media print{@page{size:A4 portrait;margin:14mm 12mm}
body{font-size:9pt;line-height:13pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
main,footer{max-width:none;padding:0}nav,.tools,.more,.own{display:none!important}
.kpi{grid-template-columns:repeat(3,1fr)}.kpi div:nth-child(4){border-left:0}.kpi div:nth-child(n+4){border-top:1px solid var(--st2)}
.two,.heats{grid-template-columns:minmax(0,1fr)}
.wide{display:block}.narrow{display:none}.chart{width:500px;break-inside:avoid}
.scroll{overflow:visible}.t{font-size:8pt;line-height:11pt}.t th,.t td{height:auto;padding:2px 4px}.t .a{white-space:normal;word-break:keep-all;overflow-wrap:normal}.t .wrap{min-width:0;word-break:normal;overflow-wrap:anywhere}.t .nb{white-space:nowrap}.heat{font-size:7.5pt}.mig{break-inside:avoid}
thead{display:table-header-group}tr,.kpi,.counts,.note li{break-inside:avoid}h2,h3,summary{break-after:avoid}
section{margin-bottom:16px}
#customers,#stress,#findings{break-before:page}
.mig .dn{font-weight:600}.mig .up::after{content:" ↑"}.mig .dn::after{content:" ↓"}}
`
