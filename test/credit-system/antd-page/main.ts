import { Button, Card, ConfigProvider, DatePicker, Form, Input, Radio, Select, Table } from 'antd'
import dayjs from 'dayjs'
import { createElement as h, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'

import type { FormItem } from '../pages/widgetForm.ts'

declare global {
  interface Window {
    practice?: { items: FormItem[]; paid: Record<string, string>[] }
  }
}

function control(item: FormItem): ReactNode {
  const options = (item.options ?? []).map((value) => ({ value, label: value }))
  switch (item.kind) {
    case 'select':
      return h(Select, { options, placeholder: '请选择', style: { width: 220 } })
    case 'radio':
      return h(Radio.Group, { options })
    case 'area':
      return h(Input.TextArea, { placeholder: '请输入' })
    case 'date':
      return h(DatePicker, { placeholder: '选择日期' })
    default:
      return h(Input, {
        disabled: item.kind === 'readonly',
        style: { width: 260 },
        ...(item.unit ? { suffix: item.unit } : {}),
      })
  }
}

const { items, paid } = window.practice ?? { items: [], paid: [] }
const initialValues = Object.fromEntries(
  items.map((item, index) => [
    `f${index}`,
    item.value === '' ? undefined : item.kind === 'date' ? dayjs(item.value) : item.value,
  ]),
)
const root = document.querySelector('#app')
if (root) {
  createRoot(root).render(
    h(
      ConfigProvider,
      null,
      h(
        Card,
        { title: '借据信息' },
        h(
          Form,
          { initialValues, labelCol: { span: 4 } },
          ...items.map((item, index) =>
            h(
              Form.Item,
              { key: index, name: `f${index}`, label: item.label, required: item.star ?? false },
              control(item),
            ),
          ),
          h(Button, { type: 'primary' }, '保存'),
        ),
        h(Table, {
          dataSource: paid.map((one, key) => ({ ...one, key })),
          pagination: false,
          columns: [
            { dataIndex: 'date', title: '交易日期', width: 120, fixed: 'left' as const },
            { dataIndex: 'payee', title: '收款单位', width: 220 },
            { dataIndex: 'amount', title: '金额', width: 160 },
          ],
        }),
      ),
    ),
  )
  setTimeout(() => document.body.setAttribute('data-ready', '1'), 400)
}
