import { commandNames } from '../src/commands/commandNames.ts'
import { NAMESPACE } from '../src/functions/functionList.ts'

/** What the add-in is to Excel, apart from where it is served: the one source of the manifest. */
export interface AddinManifest {
  /** Never changes: Excel knows the add-in by it. */
  readonly id: string
  readonly version: string
  readonly provider: string
  readonly locale: string
  readonly name: string
  readonly description: string
  /** Low, so that old versions show the page that says what is needed. */
  readonly minimumApi: string
  readonly namespace: string
  readonly iconSizes: readonly number[]
  readonly tab: { readonly id: string; readonly label: string; readonly groups: readonly RibbonGroup[] }
  readonly gettingStarted: { readonly title: string; readonly description: string }
}

export interface RibbonGroup {
  readonly id: string
  readonly label: string
  readonly buttons: readonly RibbonButton[]
}

export interface RibbonButton {
  readonly id: string
  readonly label: string
  readonly tip: string
  readonly icon: IconName
  /** A command of ours, or the pane itself. */
  readonly action: { readonly kind: 'command'; readonly name: string } | { readonly kind: 'pane' }
}

export const iconNames = ['app', 'check', 'flag', 'live', 'clear', 'template', 'pane'] as const
export type IconName = (typeof iconNames)[number]
export const iconSizes = [16, 32, 64, 80, 128] as const

export const addinManifest: AddinManifest = {
  id: '6f0c2f6e-5d0b-4a2b-9d3c-2a7e1c4b8f15',
  version: '1.0.0.0',
  provider: 'Postloan',
  locale: 'zh-CN',
  name: '贷后助手',
  description:
    '检查打开的贷款台账，标出逾期、分类、检查、用途等方面的问题，说明依据和整改措施。数据不离开本机。',
  minimumApi: '1.1',
  namespace: NAMESPACE,
  iconSizes,
  tab: {
    id: 'Postloan.Tab',
    label: '贷后助手',
    groups: [
      {
        id: 'Postloan.Check',
        label: '检查',
        buttons: [
          {
            id: 'Postloan.CheckLedger',
            label: '检查台账',
            tip: '检查打开的台账，结果列在面板中，不改动任何单元格',
            icon: 'check',
            action: { kind: 'command', name: commandNames.check },
          },
          {
            id: 'Postloan.ToggleLive',
            label: '实时检查',
            tip: '打开或关闭：改动单元格后立即重新判断',
            icon: 'live',
            action: { kind: 'command', name: commandNames.live },
          },
        ],
      },
      {
        id: 'Postloan.Flags',
        label: '标注',
        buttons: [
          {
            id: 'Postloan.WriteFlags',
            label: '写入标注',
            tip: '在台账右侧写入标注列，并生成汇总表',
            icon: 'flag',
            action: { kind: 'command', name: commandNames.flag },
          },
          {
            id: 'Postloan.ClearFlags',
            label: '清除标注',
            tip: '去掉标注列和汇总表，保留您改过的单元格',
            icon: 'clear',
            action: { kind: 'command', name: commandNames.clear },
          },
        ],
      },
      {
        id: 'Postloan.Open',
        label: '面板',
        buttons: [
          {
            id: 'Postloan.NewTemplate',
            label: '新建标准模板',
            tip: '新建一个带下拉选项、实时预警公式、检查表和参数的标准台账',
            icon: 'template',
            action: { kind: 'command', name: commandNames.template },
          },
          {
            id: 'Postloan.OpenPane',
            label: '打开面板',
            tip: '查看检查结果、清单、规则和文书',
            icon: 'pane',
            action: { kind: 'pane' },
          },
        ],
      },
    ],
  },
  gettingStarted: {
    title: '贷后助手已添加',
    description: '打开台账，在“贷后助手”选项卡中点“检查台账”。',
  },
}
