import type { Loan } from '../../portfolio/loan.ts'
import { escapeHtml as e, payments } from '../data.ts'
import type { PracticePage } from '../truth.ts'
import { type FormItem, formItems, truthOf } from './widgetForm.ts'

/**
 * Pages in the element structure of libraries whose licence keeps them out of this repository (EasyUI, MiniUI,
 * ExtJS 3, Amarsoft DataWindow): what the library leaves in the page after it has run, with plain looks.
 */

const head = (title: string, css: string): string =>
  `<!DOCTYPE html><html><head><meta charset="gbk"><title>${title}</title><style>body{font-size:12px}.tp{display:inline-block;width:170px;border:1px solid #95b8e7}input{border:0;width:140px}textarea{width:300px}${css}</style></head><body>`

export function easyui(loan: Loan): PracticePage {
  const items = formItems(loan)
  const control = (item: FormItem): string => {
    const options = item.star ? ' data-options="required:true"' : ''
    const value = e(item.value)
    switch (item.kind) {
      case 'readonly':
      case 'text':
        return `<input class="easyui-textbox textbox-f"${options} style="display:none"><span class="textbox${item.kind === 'readonly' ? ' textbox-readonly' : ''} tp"><input type="text" class="textbox-text validatebox-text" ${item.kind === 'readonly' ? 'readonly' : ''} value="${value}"><input type="hidden" class="textbox-value" value="${value}"></span>${item.unit ?? ''}`
      case 'select':
        return `<select class="easyui-combobox combobox-f combo-f textbox-f"${options} style="display:none"><option value="">x</option></select><span class="textbox combo tp"><span class="textbox-addon textbox-addon-right"><a href="javascript:;" class="textbox-icon combo-arrow"></a></span><input type="text" class="textbox-text validatebox-text${item.value ? '' : ' textbox-prompt'}" value="${value || '请选择'}"><input type="hidden" class="textbox-value" value="${item.value ? '01' : ''}"></span>`
      case 'date':
        return `<input class="easyui-datebox datebox-f combo-f textbox-f"${options} style="display:none"><span class="textbox combo datebox tp"><span class="textbox-addon"><a class="textbox-icon combo-arrow"></a></span><input type="text" class="textbox-text validatebox-text" value="${value}"><input type="hidden" class="textbox-value" value="${value}"></span>`
      case 'radio':
        return (item.options ?? [])
          .map(
            (option, index) =>
              `<input type="radio" name="zf" ${option === item.value ? 'checked' : ''} style="width:auto" id="zf${index}"><label for="zf${index}">${option}</label>`,
          )
          .join(' ')
      case 'area':
        return `<input class="easyui-textbox textbox-f"${options} style="display:none"><span class="textbox tp" style="width:320px"><textarea class="textbox-text validatebox-text"></textarea><input type="hidden" class="textbox-value" value=""></span>`
    }
  }
  const rows: string[] = []
  for (let at = 0; at < items.length; at += 2) {
    rows.push(
      `<tr>${items
        .slice(at, at + 2)
        .map((item) => `<td>${item.label}:</td><td>${control(item)}</td>`)
        .join('')}</tr>`,
    )
  }
  const paid = payments(loan)
  const pane = (cells: readonly (readonly [string, number])[][], body: boolean): string =>
    `<table class="datagrid-${body ? 'b' : 'h'}table" border="0" cellspacing="0"><tbody>${cells.map((row) => `<tr class="datagrid-${body ? 'row' : 'header-row'}" style="height:25px">${row.map(([text, width]) => `<td><div class="datagrid-cell" style="width:${width}px">${body ? text : `<span>${text}</span><span class="datagrid-sort-icon">&nbsp;</span>`}</div></td>`).join('')}</tr>`).join('')}</tbody></table>`
  const view = (
    name: string,
    left: number,
    titles: readonly (readonly [string, number])[],
    bodyRows: (readonly [string, number])[][],
  ): string =>
    `<div class="${name}" style="position:absolute;left:${left}px;top:0"><div class="datagrid-header"><div class="datagrid-header-inner">${pane([[...titles]], false)}</div></div><div class="datagrid-body">${pane(bodyRows, true)}</div></div>`
  const html = `${head('贷后检查 EasyUI', '')}<div class="easyui-layout"><div class="panel layout-panel-west"><div class="panel-title">导航菜单</div><ul class="tree"><li><div class="tree-node"><span class="tree-title">贷后检查</span></div></li></ul></div>
<div class="panel"><div class="panel-header"><div class="panel-title">借据信息</div></div><div class="panel-body"><form><table>${rows.join('')}</table><a class="l-btn"><span class="l-btn-text">保存</span></a></form>
<div class="datagrid"><div class="datagrid-view" style="position:relative;width:640px;height:130px">
${view(
  'datagrid-view1',
  0,
  [['交易日期', 90]],
  paid.map((one) => [[one.date, 90]]),
)}
${view(
  'datagrid-view2',
  110,
  [
    ['收款单位', 180],
    ['金额', 120],
    ['摘要', 80],
  ],
  paid.map((one) => [
    [one.payee, 180],
    [one.amount, 120],
    [one.summary, 80],
  ]),
)}
</div><div class="datagrid-pager pagination"><table><tr><td><span>第</span></td><td><input class="pagination-num" value="1"></td><td><span>共1页</span></td></tr></table><div class="pagination-info">显示1到3,共3记录</div></div></div></div></div></div>
<div class="panel combo-p" style="position:absolute;top:900px"><div class="combo-panel"><div class="combobox-item">信用</div><div class="combobox-item">保证</div></div></div></body></html>`
  return {
    path: '/w/easyui.jsp',
    title: '贷后检查 EasyUI',
    family: 'easyui',
    shows: 'inspection',
    html,
    truth: truthOf(items, {
      grids: [
        {
          columns: ['交易日期', '收款单位', '金额', '摘要'],
          rows: 3,
          firstRow: [paid[0]?.date ?? '', paid[0]?.payee ?? '', paid[0]?.amount ?? '', '货款'],
        },
      ],
      notRecord: ['导航菜单', '第', '贷后检查'],
    }),
  }
}

export function miniui(loan: Loan): PracticePage {
  const items = formItems(loan)
  const control = (item: FormItem, index: number): string => {
    const value = e(item.value)
    const must = item.star ? ' mini-required' : ''
    if (item.kind === 'radio') {
      return `<div class="mini-radiobuttonlist" id="mini-${index}"><table><tr><td><div class="mini-list-inner">${(item.options ?? []).map((option, at) => `<div class="mini-radiobuttonlist-item${option === item.value ? ' mini-radiobuttonlist-item-selected' : ''}" style="display:inline"><input type="radio" id="mini-${index}$ck$${at}" ${option === item.value ? 'checked' : ''} style="width:auto"><label for="mini-${index}$ck$${at}">${option}</label></div>`).join('')}</div></td></tr></table><input type="hidden" value="1"></div>`
    }
    if (item.kind === 'area')
      return `<span class="mini-textbox mini-textarea${must}" id="mini-${index}"><span class="mini-textbox-border"><textarea class="mini-textbox-input"></textarea></span><input type="hidden"></span>`
    if (item.kind === 'text' || item.kind === 'readonly') {
      return `<span class="mini-textbox${item.kind === 'readonly' ? ' mini-textbox-readOnly' : ''}${must} tp" id="mini-${index}"><span class="mini-textbox-border"><input class="mini-textbox-input" ${item.kind === 'readonly' ? 'readonly' : ''} value="${value}"></span><input type="hidden" value="${value}"></span>${item.unit ?? ''}`
    }
    const name = item.kind === 'date' ? 'mini-datepicker' : 'mini-combobox'
    return `<span class="mini-buttonedit ${name}${must} tp" id="mini-${index}"><span class="mini-buttonedit-border"><input class="mini-buttonedit-input" placeholder="请选择..." value="${value}" ${item.kind === 'select' ? 'readonly' : ''}><span class="mini-buttonedit-buttons"><span class="mini-buttonedit-button"><span class="mini-buttonedit-icon"></span></span></span></span><input type="hidden" value="${item.value ? '02' : ''}"></span>`
  }
  const rows: string[] = []
  for (let at = 0; at < items.length; at += 2) {
    rows.push(
      `<tr>${items
        .slice(at, at + 2)
        .map(
          (item, offset) =>
            `<td class="form-label">${item.label}：</td><td>${control(item, at + offset + 1)}</td>`,
        )
        .join('')}</tr>`,
    )
  }
  const html = `${head('贷后检查 MiniUI', '')}<fieldset><legend>借据信息</legend><div id="form1"><table>${rows.join('')}</table></div></fieldset><a class="mini-button"><span class="mini-button-text">保存</span></a></body></html>`
  return {
    path: '/w/miniui.jsp',
    title: '贷后检查 MiniUI',
    family: 'miniui',
    shows: 'inspection',
    html,
    truth: truthOf(items),
  }
}

export function extjs(loan: Loan): PracticePage {
  const items = formItems(loan)
  const control = (item: FormItem, index: number): string => {
    const value = e(item.value)
    const id = `ext-comp-${1010 + index}`
    if (item.kind === 'radio') {
      return (item.options ?? [])
        .map(
          (option, at) =>
            `<div class="x-form-check-wrap" style="display:inline-block"><input type="radio" class="x-form-radio x-form-field" name="zf" id="${id}-${at}" ${option === item.value ? 'checked' : ''} style="width:auto"><label class="x-form-cb-label" for="${id}-${at}">${option}</label></div>`,
        )
        .join('')
    }
    if (item.kind === 'area') return `<textarea id="${id}" class="x-form-textarea x-form-field"></textarea>`
    if (item.kind === 'readonly') return `<div class="x-form-display-field" id="${id}">${value}</div>`
    if (item.kind === 'text')
      return `<input type="text" id="${id}" class="x-form-text x-form-field" value="${value}">`
    return `<div class="x-form-field-wrap x-form-field-trigger-wrap tp"><input type="hidden" value="${item.value ? '1' : ''}"><input type="text" id="${id}" class="x-form-text x-form-field${item.value ? '' : ' x-form-empty-field'}" value="${value || '请选择...'}" ${item.kind === 'select' ? 'readonly' : ''}><img class="x-form-trigger x-form-${item.kind === 'date' ? 'date' : 'arrow'}-trigger"></div>`
  }
  const paid = payments(loan)
  const cell = (text: string, width: number): string =>
    `<td class="x-grid3-col x-grid3-cell" style="width:${width}px"><div class="x-grid3-cell-inner">${text}</div></td>`
  const html = `${head('贷后检查 ExtJS', '.x-form-item{clear:both}.x-form-item-label{float:left;width:110px}.x-form-element{padding-left:115px}table{table-layout:fixed}')}
<div class="x-panel"><div class="x-panel-header"><span class="x-panel-header-text">借据信息</span></div><form class="x-form">${items.map((item, index) => `<div class="x-form-item"><label for="ext-comp-${1010 + index}" style="width:110px" class="x-form-item-label">${item.star ? '<span style="color:red">*</span>' : ''}${item.label}:</label><div class="x-form-element">${control(item, index)}${item.unit ? ` ${item.unit}` : ''}</div><div class="x-form-clear-left"></div></div>`).join('')}</form>
<table class="x-btn"><tr><td><button type="button" class="x-btn-text">保存</button></td></tr></table>
<div class="x-grid-panel"><div class="x-grid3"><div class="x-grid3-viewport"><div class="x-grid3-header"><div class="x-grid3-header-inner"><div class="x-grid3-header-offset"><table border="0" cellspacing="0" cellpadding="0" style="width:400px"><thead><tr class="x-grid3-hd-row">${[
    ['交易日期', 100],
    ['收款单位', 180],
    ['金额', 120],
  ]
    .map(
      ([text, width]) =>
        `<td class="x-grid3-hd" style="width:${width}px"><div class="x-grid3-hd-inner">${text}<img class="x-grid3-sort-icon"></div></td>`,
    )
    .join(
      '',
    )}</tr></thead></table></div></div></div><div class="x-grid3-scroller"><div class="x-grid3-body">${paid.map((one) => `<div class="x-grid3-row"><table class="x-grid3-row-table" border="0" cellspacing="0" cellpadding="0" style="width:400px"><tbody><tr>${cell(one.date, 100)}${cell(one.payee, 180)}${cell(one.amount, 120)}</tr></tbody></table></div>`).join('')}</div></div></div></div></div></div></body></html>`
  return {
    path: '/w/extjs.jsp',
    title: '贷后检查 ExtJS',
    family: 'extjs',
    shows: 'inspection',
    html,
    truth: truthOf(items, {
      grids: [
        {
          columns: ['交易日期', '收款单位', '金额'],
          rows: 3,
          firstRow: [paid[0]?.date ?? '', paid[0]?.payee ?? '', paid[0]?.amount ?? ''],
        },
      ],
    }),
  }
}

export function dataWindow(loan: Loan): PracticePage {
  const items = formItems(loan)
  const control = (item: FormItem, index: number): string => {
    const value = e(item.value)
    const name = `R0F${index}`
    switch (item.kind) {
      case 'select':
        return `<select class="fftdselect" name="${name}"><option value=""></option>${(item.options ?? []).map((option) => `<option ${option === item.value ? 'selected' : ''}>${option}</option>`).join('')}</select>`
      case 'radio':
        return (item.options ?? [])
          .map(
            (option) =>
              `<input type="radio" name="${name}" style="width:auto" ${option === item.value ? 'checked' : ''}>${option}`,
          )
          .join('&nbsp;')
      case 'area':
        return `<textarea class="fftdarea" name="${name}"></textarea>`
      case 'date':
        return `<input class="fftdinput" name="${name}" value="${value}" readonly><input class="inputdate" type="button" value="..." style="width:20px">`
      default:
        return `<input class="fftdinput" name="${name}" value="${value}" ${item.kind === 'readonly' ? 'readonly' : ''}>`
    }
  }
  const rows: string[] = []
  for (let at = 0; at < items.length; at += 2) {
    rows.push(
      `<tr>${items
        .slice(at, at + 2)
        .map(
          (item, offset) =>
            `<td class="fftdhead">${item.label}${item.unit ? `(${item.unit})` : ''}&nbsp;${item.star ? '<font color="red">*</font>' : ''}</td><td class="fftdcontent">${control(item, at + offset)}&nbsp;</td>`,
        )
        .join('')}</tr>`,
    )
  }
  const html = `${head('贷后检查 DataWindow', '.fftdhead{background:#d8d8af}')}<table class="ffbtable"><tr><td><input type="button" value="保存"></td><td><input type="button" value="返回"></td></tr></table><table class="fftable" border="1">${rows.join('')}</table></body></html>`
  return {
    path: '/w/datawindow.jsp',
    title: '贷后检查 DataWindow',
    family: 'datawindow',
    shows: 'inspection',
    html,
    truth: truthOf(
      items.map(({ unit, ...item }) => (unit ? { ...item, label: `${item.label}(${unit})` } : item)),
    ),
  }
}
