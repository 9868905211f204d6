/** A question about a text, put once to each: the same labels and classes come again and again. */
export function remembered<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>()
  return (text) => {
    let answer = answers.get(text)
    if (answer === undefined) {
      if (answers.size > 8000) answers.clear()
      answer = ask(text)
      answers.set(text, answer)
    }
    return answer
  }
}
