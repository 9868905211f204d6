export interface Office {
  readonly orgCode: string
  readonly orgName: string
  readonly managerId: string
  readonly managerName: string
}

const places = ['城东', '城西', '开发区', '临溪', '石桥', '望江', '青禾', '南浦', '北泽', '松阳湾']
const words = ['支行', '分理处', '营业部', '小微中心']
const officerWords = Array.from('甄蔺郜闫暴逄仝阚佘亓郏缑厍贲戢亢乜逯郇翦麴訾宓邰胥禚綦蒯扈')
const officerGiven = ['一', '二', '三', '四', '五']

export const officers = 1160

/** Which officer keeps a customer: 40 outlets of 29 officers each, so that none has more firms than days to visit them. */
export function officeOf(customer: number): Office {
  const officer = customer % officers
  const outlet = officer % 40
  return {
    orgCode: `7${String(1000 + outlet)}`,
    orgName: `${places[outlet % 10] ?? ''}${words[Math.floor(outlet / 10)] ?? ''}`,
    managerId: `G${String(10_000 + officer)}`,
    managerName: `${officerWords[Math.floor(officer / 40)] ?? ''}${officerGiven[outlet % 5] ?? ''}${places[outlet % 10]?.[0] ?? ''}`,
  }
}
