import type { PortErrorCode } from '../excel/portError.ts'
import type { MessageAction, MessageCode, StepName } from './types.ts'

interface Words {
  readonly title: string
  readonly text: string
  readonly action?: MessageAction
}

/** All words of the add-in below its panes, in one place. */
export const messages = {
  errors: {
    editing: {
      title: '没有完成：有单元格正在编辑',
      text: '请按 Enter 或 Esc 结束编辑，再重试。',
      action: 'retry',
    },
    protected: {
      title: '标注没有写入：工作表受保护',
      text: '台账没有任何改动。可在“审阅”中撤销工作表保护后重试，也可只生成汇总表。',
      action: 'summaryOnly',
    },
    readOnly: {
      title: '标注没有写入：文件是只读的',
      text: '检查结果仍可查看。需要写入标注时，请另存一份再打开。',
      action: 'dismiss',
    },
    structureLocked: {
      title: '汇总表没有生成：工作簿结构受保护',
      text: '标注列照常写入。需要汇总表时，请在“审阅”中撤销工作簿保护。',
      action: 'retry',
    },
    tooLarge: {
      title: '没有完成：数据量超过这个 Excel 一次能传送的上限',
      text: '台账没有丢失。请删去不用的空行空列后重试，或用桌面版 Excel 打开。',
      action: 'retry',
    },
    accessDenied: {
      title: '没有完成：Excel 拒绝了这次操作',
      text: '可能是受保护的视图、共享锁定或本行安全策略所致。请点“启用编辑”或另存一份后重试。',
      action: 'retry',
    },
    gone: {
      title: 'Excel 没有回应',
      text: '已写入的部分可能不完整，再写一次标注即可补齐；也可清除标注。',
      action: 'retry',
    },
    unsupported: {
      title: '这个版本的 Excel 不支持此项功能',
      text: '检查功能不受影响。完整功能需要 Excel 2021 或 Microsoft 365。',
      action: 'dismiss',
    },
    missing: {
      title: '没有完成：工作表或单元格已不在原处',
      text: '表格可能刚被改名、移动或删除，请重新检查。',
      action: 'check',
    },
    cancelled: { title: '已取消', text: '台账没有任何改动。', action: 'dismiss' },
    unknown: {
      title: '没有完成：Excel 报告了一个错误',
      text: '台账没有任何改动，或改动已经写完。请重试；仍不行时保存文件后重新打开。',
      action: 'retry',
    },
  } satisfies Record<PortErrorCode, Words>,
  notes: {
    noLedger: {
      title: '没有找到借据台账',
      text: '各工作表不是台账的原因列在“台账”一页；认错了可以在那里更正。',
      action: 'recognise',
    },
    noAsOf: {
      title: '数据日期未知',
      text: '与日期有关的规则没有执行。请在“台账”一页选定数据日期。',
    },
    noDateSystem: {
      title: '不能确认文件的日期系统',
      text: '日期按常用的 1900 日期系统读取。如果文件用的是 1904 日期系统（“选项—高级”中可查），日期会差四年。',
    },
    asOfConflict: { title: '台账中有几个不同的日期', text: '请在“台账”一页核对数据日期。' },
    flagged: { title: '标注已写入', text: '只增加了贷后·开头的列和工作表，原有单元格没有改动。' },
    halfWritten: {
      title: '写入已取消：标注只改写了一部分',
      text: '原有单元格没有改动。请再写一次标注补齐，或清除标注。',
      action: 'retry',
    },
    cleared: { title: '标注已清除', text: '贷后·开头的列、工作表和格式都已去掉，原有单元格没有改动。' },
    nothingToClear: { title: '没有找到标注', text: '工作簿没有改动。' },
    commented: { title: '批注已添加', text: '清除标注时会一并去掉；有人回复过的保留。' },
    stale: { title: '台账已改动', text: '结果可能已经过时。', action: 'check' },
    keptEdited: { title: '您改过的单元格保留了', text: '它们仍在贷后·开头的列中。' },
    notSaved: { title: '没有记住', text: '这个 Excel 不能在文件中保存设置，下次打开要重新选择。' },
    ambiguousKey: {
      title: '没有豁免：编号不唯一',
      text: '台账中有几行编号相同，不能确定豁免的是哪一行。请先更正编号。',
    },
    invalidTerms: { title: '没有保存', text: '' },
    storeDamaged: {
      title: '文件中保存的豁免记录无法读取',
      text: '记录没有改动，这次检查没有应用豁免。',
    },
    workerFailed: {
      title: '检查没有完成',
      text: '台账没有任何改动。请重试；仍不行时关闭其他程序后再试。',
      action: 'check',
    },
    previousTaken: { title: '已读入上期台账', text: '检查时与上期逐笔比较。' },
    previousRefused: { title: '上期台账没有读入', text: '' },
    templateOpened: { title: '标准模板已在新的窗口打开', text: '当前台账没有任何改动。' },
    templateMade: {
      title: '标准模板已生成',
      text: '这个 Excel 不能直接新建工作簿，文件存到了“下载”文件夹。',
    },
    documentsMade: { title: '文书已生成', text: '' },
    noDocument: { title: '没有生成文书', text: '' },
    notTicked: {
      title: '没有记下：编号不唯一',
      text: '台账中有几行编号相同或没有编号，不能确定是哪一笔。请先更正编号。',
    },
  } satisfies Record<MessageCode, Words>,
  actions: {
    retry: '重试',
    check: '检查台账',
    recognise: '重新识别',
    summaryOnly: '只生成汇总表',
    clearHere: '清除标注',
    dismiss: '知道了',
  } satisfies Record<MessageAction, string>,
  steps: {
    read: '读取工作表',
    recognise: '识别台账',
    check: '执行规则',
    plan: '整理标注',
    write: '写入',
    clear: '清除',
    comment: '添加批注',
    make: '生成',
  } satisfies Record<StepName, string>,
  flaggedRows: (rows: number) => `${rows} 行有标注。`,
  commentedCells: (count: number) => `${count} 处。`,
  keptCells: (count: number) => `${count} 处。`,
  previous: { noLedger: '文件里没有找到借据台账。' },
  documents: {
    byCustomer: '按客户类型填写公司、个人或小微企业的检查报告：用途、担保、检查项目、发现和结论。',
    archive: (day: string, count: number) => `贷后文书${day === '' ? '' : `-${day}`}-${count}份.zip`,
    made: (fileName: string, count: number) =>
      count === 1
        ? `${fileName} 存到了“下载”文件夹。`
        : `共 ${count} 份，打包为 ${fileName}，存到了“下载”文件夹。`,
    refused: (count: number, first: string) => `另有 ${count} 份没有生成：${first}`,
  },
  template: { fileName: (day: string) => `贷后管理标准台账（${day}）.xlsx` },
  previousJoined: (loans: number) => `共 ${loans} 笔。`,
  pack: {
    hasErrors: '政策文件有错误，没有采用。',
    keyChanged: (fingerprint: string) =>
      `这份政策的签名密钥（指纹 ${fingerprint}）与以前记住的不同，没有采用。请与发布人核对。`,
  },
  live: {
    noEvents: '这个版本的 Excel 不通知单元格改动，请用“检查台账”。',
  },
  version: (sets: string) => `ExcelApi ${sets}`,
  remark: { head: '贷后·', remedy: '整改：' },
  /** Charts of the overview: the block (as titled there), how many series, how many rows at most. */
  charts: [
    { block: '一、发现', title: '发现数（按级别）', series: 1, most: 5 },
    { block: '二、各机构', title: '发现数（按机构）', series: 4, most: 15 },
    { block: '三、各客户经理', title: '发现数（按客户经理）', series: 4, most: 15 },
  ],
  memoryHost: '内存工作簿',
} as const
