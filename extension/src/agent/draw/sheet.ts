/** Styles inside the closed root; the page's own sheets do not reach in, and nothing of ours reaches out. */
export const sheet = `
:host{all:initial!important;position:fixed!important;inset:0!important;z-index:2147483646!important;pointer-events:none!important;overflow:clip!important;contain:strict!important;background:none!important;border:0!important;display:block!important}
*{box-sizing:border-box;--f:"Microsoft YaHei UI","Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Source Han Sans SC","Segoe UI",sans-serif}
[popover]{inset:0;width:auto;height:auto;margin:0;border:0;padding:0;background:none;overflow:clip;pointer-events:none}
.mark{position:absolute;height:18px;min-width:18px;display:flex;align-items:center;justify-content:center;gap:3px;padding:0 4px 0 3px;background:#fff;border:1px solid;border-radius:3px;box-shadow:0 0 0 1px #fff;font:12px/16px var(--f);font-variant-numeric:tabular-nums;white-space:nowrap;pointer-events:auto;cursor:default;user-select:none}
.serious{color:#b10e1c}
.warning{color:#835b00;border-color:#b27c00}
.attention{color:#005ba1}
.notice{color:#616161}
.incomplete{color:#5c2e91}
.ledger{color:#242424;border-color:#616161}
.mark.bare{padding:0 2px}
.mark.current{outline:2px solid #0f6cbd;outline-offset:1px}
.mark svg{flex:none;display:block}
.mark.bare span{display:none}
.card{position:absolute;z-index:2;max-width:300px;background:#fff;color:#242424;border:1px solid #d1d1d1;border-radius:4px;box-shadow:0 8px 16px rgb(0 0 0 / 14%), 0 0 2px rgb(0 0 0 / 12%);padding:8px 12px;font:12px/20px var(--f);overflow-wrap:anywhere;pointer-events:none}
.card :first-child{font-weight:600}
.box{position:absolute;border:1px solid #0e700e;pointer-events:none}
.box.label{border:2px dashed #0f6cbd}
.box.control{border:2px solid #0f6cbd;background:rgb(15 108 189 / 6%)}
.tip{position:absolute;background:#242424;color:#fff;border-radius:4px;padding:4px 8px;font:12px/18px var(--f);max-width:420px;pointer-events:none;overflow-wrap:anywhere}
iframe{position:absolute;z-index:1;border:0;border-radius:8px;background:#fff;box-shadow:0 8px 16px rgb(0 0 0 / 14%), 0 0 2px rgb(0 0 0 / 12%);pointer-events:auto;color-scheme:light dark}
@media (forced-colors:active){.mark, .card{border-color:CanvasText;forced-color-adjust:none}}
`
