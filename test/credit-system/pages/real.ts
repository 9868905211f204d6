import type { Loan } from '../../portfolio/loan.ts'
import { escapeHtml as e, payments } from '../data.ts'
import type { PracticePage } from '../truth.ts'
import { type FormItem, formItems, truthOf } from './widgetForm.ts'

/** Pages drawn by the real libraries, served from their packages. */

export function layui(loan: Loan): PracticePage {
  const items = formItems(loan)
  const control = (item: FormItem, index: number): string => {
    const verify = item.star ? ' lay-verify="required"' : ''
    const value = e(item.value)
    switch (item.kind) {
      case 'select':
        return `<div class="layui-input-inline"><select name="f${index}"${verify}><option value="">请选择</option>${(item.options ?? []).map((option) => `<option value="${option}" ${option === item.value ? 'selected' : ''}>${option}</option>`).join('')}</select></div>`
      case 'radio':
        return `<div class="layui-input-block">${(item.options ?? []).map((option) => `<input type="radio" name="f${index}" value="${option}" title="${option}" ${option === item.value ? 'checked' : ''}>`).join('')}</div>`
      case 'area':
        return `<div class="layui-input-block"><textarea class="layui-textarea" name="f${index}"${verify} placeholder="请输入内容"></textarea></div>`
      case 'date':
        return `<div class="layui-input-inline"><input class="layui-input date" name="f${index}"${verify} value="${value}" placeholder="yyyy-MM-dd" readonly onclick="void 0"></div>`
      default:
        return `<div class="layui-input-inline"><input class="layui-input" name="f${index}"${verify} value="${value}" ${item.kind === 'readonly' ? 'readonly' : ''}></div>${item.unit ? `<div class="layui-form-mid">${item.unit}</div>` : ''}`
    }
  }
  const html = `<!DOCTYPE html><html><head><meta charset="gbk"><title>贷后检查 LayUI</title><link rel="stylesheet" href="/lib/layui/css/layui.css"></head><body>
<div class="layui-card"><div class="layui-card-header">借据信息</div><div class="layui-card-body"><form class="layui-form" lay-filter="f">${items.map((item, index) => `<div class="layui-form-item"><label class="layui-form-label">${item.label}</label>${control(item, index)}</div>`).join('')}<button class="layui-btn" lay-submit>提交</button></form>
<table id="paid" lay-filter="paid"></table></div></div>
<script src="/lib/layui/layui.js"></script><script>layui.use(['form','table'],function(){layui.form.render();layui.table.render({elem:'#paid',cols:[[{field:'date',title:'交易日期',width:120,fixed:'left'},{field:'payee',title:'收款单位',width:200},{field:'amount',title:'金额',width:140}]],data:${JSON.stringify(payments(loan))},done:function(){document.body.setAttribute('data-ready','1')}})})</script></body></html>`
  const paid = payments(loan)
  return {
    path: '/w/layui.html',
    title: '贷后检查 LayUI',
    family: 'layui',
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

export function element(loan: Loan): PracticePage {
  const items = formItems(loan)
  const control = (item: FormItem, index: number): string => {
    const model = `v-model="form.f${index}"`
    switch (item.kind) {
      case 'select':
        return `<el-select ${model} placeholder="请选择" style="width:220px">${(item.options ?? []).map((option) => `<el-option label="${option}" value="${option}"></el-option>`).join('')}</el-select>`
      case 'radio':
        return `<el-radio-group ${model}>${(item.options ?? []).map((option) => `<el-radio value="${option}">${option}</el-radio>`).join('')}</el-radio-group>`
      case 'area':
        return `<el-input type="textarea" ${model} placeholder="请输入"></el-input>`
      case 'date':
        return `<el-date-picker ${model} value-format="YYYY-MM-DD" placeholder="选择日期"></el-date-picker>`
      default:
        return `<el-input ${model} style="width:260px" ${item.kind === 'readonly' ? 'disabled' : ''}>${item.unit ? `<template #append>${item.unit}</template>` : ''}</el-input>`
    }
  }
  const values = Object.fromEntries(items.map((item, index) => [`f${index}`, item.value]))
  const paid = payments(loan)
  const html = `<!DOCTYPE html><html><head><meta charset="gbk"><title>贷后检查 Element</title><link rel="stylesheet" href="/lib/element-plus/index.css"></head><body><div id="app"><el-card><template #header>借据信息</template><el-form :model="form" label-width="140px">${items.map((item, index) => `<el-form-item label="${item.label}" ${item.star ? 'required' : ''}>${control(item, index)}</el-form-item>`).join('')}<el-button type="primary">保存</el-button></el-form><el-table :data="paid" style="width:520px"><el-table-column prop="date" label="交易日期" width="120" fixed></el-table-column><el-table-column prop="payee" label="收款单位" width="220"></el-table-column><el-table-column prop="amount" label="金额" width="160"></el-table-column></el-table></el-card></div>
<script src="/lib/vue/vue.global.prod.js"></script><script src="/lib/element-plus/index.full.min.js"></script><script>Vue.createApp({data(){return{form:${JSON.stringify(values)},paid:${JSON.stringify(paid)}}},mounted(){setTimeout(()=>document.body.setAttribute('data-ready','1'),300)}}).use(ElementPlus).mount('#app')</script></body></html>`
  return {
    path: '/w/element.html',
    title: '贷后检查 Element',
    family: 'element',
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

export function antd(loan: Loan): PracticePage {
  const items = formItems(loan)
  const paid = payments(loan)
  const html = `<!DOCTYPE html><html><head><meta charset="gbk"><title>贷后检查 Ant Design</title></head><body><div id="app"></div><script>window.practice=${JSON.stringify({ items, paid })}</script><script src="/lib/antd-page.js"></script></body></html>`
  return {
    path: '/w/antd.html',
    title: '贷后检查 Ant Design',
    family: 'antd',
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
