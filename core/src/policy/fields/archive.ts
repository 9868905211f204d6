import type { Field } from '../types.ts'
import { typical } from './seen.ts'

/** Archive. */
export const archiveFields: readonly Field[] = [
  {
    key: 'archiveDate',
    name: '归档日期',
    type: 'date',
    tables: ['档案', '借据'],
    aliases: typical('入库日期', '档案归档日期', '移交日期'),
  },
  {
    key: 'archiveMissing',
    name: '缺失资料',
    type: 'text',
    tables: ['档案', '借据'],
    aliases: typical('缺件', '档案缺失项', '缺失资料清单', '欠缺资料'),
    note: '多项以顿号或逗号分隔。',
  },
  {
    key: 'archiveChecklist',
    name: '档案资料清单',
    type: 'text',
    tables: ['档案', '借据'],
    aliases: typical('档案清单', '资料目录', '移交清单'),
    note: '已有资料，多项以顿号或逗号分隔。',
  },
  {
    key: 'paperArchive',
    name: '纸质档案',
    type: 'code',
    codeList: '档案状态',
    tables: ['档案', '借据'],
    aliases: typical('纸档', '纸质档案状态', '纸质资料'),
  },
  {
    key: 'electronicArchive',
    name: '电子档案',
    type: 'code',
    codeList: '档案状态',
    tables: ['档案', '借据'],
    aliases: typical('影像', '电子档案状态', '影像资料'),
  },
  {
    key: 'archiveUpdateDate',
    name: '档案更新日期',
    type: 'date',
    tables: ['档案', '借据'],
    aliases: [
      ...typical('档案最近更新日', '档案补充日期'),
      { text: '资料更新日期', seen: 'typical', tables: ['档案'] },
    ],
  },
  {
    key: 'destroyDate',
    name: '销毁日期',
    type: 'date',
    tables: ['档案', '借据'],
    aliases: typical('档案销毁日', '档案销毁日期', '销毁时间'),
  },
]
