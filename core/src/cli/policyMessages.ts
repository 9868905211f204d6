/** Words of `postloan policy`. */
export const policyMessages = {
  help: `postloan policy 策略包（*.postloan.json）

用法
  postloan policy show [策略包…] [--json]           现行政策：各层的改动、来源和指纹
  postloan policy lint <策略包> [--base <总行包>]    检查写法，逐条指出错在哪里、怎么改
  postloan policy diff <策略包> <策略包>             两个策略包有何不同
  postloan policy new-key --name <姓名> -o <密钥文件>   生成签名密钥
  postloan policy sign <策略包> --key <密钥文件> [-o <文件>] [--force]   签名
  postloan policy verify <策略包> [--trust <指纹或密钥文件>]   核对签名

口令从环境变量 POSTLOAN_PASSPHRASE 或 --passphrase-file <文件> 取，都没有时在终端询问。
退出码  0 正常；1 有需要留意之处（未签名、有不同）；2 有错误`,
  unknownCommand: (word: string): string =>
    `没有“policy ${word}”这个命令。可用的：show、lint、diff、sign、verify、new-key。`,
  noFile: (usage: string): string => `没有写策略包文件。用法：postloan policy ${usage}`,
  refused: (file: string, why: string): string => `策略包“${file}”不能用：${why}`,
  refusedLint: (file: string, lines: readonly string[], count: number): string =>
    `策略包“${file}”有 ${count} 处错误，没有采用：${lines.join('；')}${count > lines.length ? ' ……' : ''}（用 postloan policy lint 查看全部）`,

  trust: {
    notTrusted: (signer: string, fingerprint: string): string =>
      `签名的密钥不在 --trust 之列：${signer}，指纹 ${fingerprint}。`,
    keyChanged: (pack: string, before: string, now: string, store: string): string =>
      `“${pack}”换了签名密钥：原来是 ${before}，现在是 ${now}。请向发布人核实；确认无误后用 --trust 指定新密钥，或在 ${store} 中删去旧的。`,
    storeUnreadable: (store: string): string => `已认可的密钥清单 ${store} 读不出，无法判断密钥是否变过。`,
    firstUse: (title: string, signer: string, fingerprint: string, kept: boolean): string =>
      `首次使用策略包“${title}”：${signer} 签名，密钥指纹 ${fingerprint}，请与发布人核对。${kept ? '已记住，今后换了密钥会拒绝。' : '没能记住，下次仍按首次处理。'}`,
  },

  lint: {
    sound: (file: string): string => `${file}：没有问题。`,
    level: { error: '错误', hint: '提示' },
    total: (errors: number, hints: number): string => `错误 ${errors} 处，提示 ${hints} 处。`,
  },

  show: {
    policy: (id: string, version: string): string => `政策 ${id} ${version}`,
    fingerprint: (fingerprint: string): string => `指纹 ${fingerprint}`,
    count: (rules: number, parameters: number, fields: number): string =>
      `规则 ${rules} 条，参数 ${parameters} 个，字段 ${fields} 个`,
    layer: (title: string, by: string): string => `${title}（${by}）`,
    layers: '策略包',
    changes: '改动',
    header: ['', '', '原为', '改为', '', '来源', ''],
    notTaken: '未采纳',
    notes: '检查结果中注明',
    parameters: '参数',
    parameterHeader: ['名称', '取值', '依据'],
  },

  diff: {
    same: '两个策略包的内容相同。',
    header: ['', '', '前者', '后者'],
    untouched: '（未改）',
  },

  key: {
    made: (path: string, fingerprint: string): string =>
      `密钥已写到 ${path}。\n公钥指纹 ${fingerprint}，请用电话或当面告知使用人。密钥文件和口令请分开保管。`,
    noName: '没有写签名人。用法：postloan policy new-key --name <姓名> -o <密钥文件>',
    noOutput: '没有写密钥文件名。用法：postloan policy new-key --name <姓名> -o <密钥文件>',
    noKey: '没有写密钥文件。用法：postloan policy sign <策略包> --key <密钥文件>',
    noPassphrase: '没有口令。请设环境变量 POSTLOAN_PASSPHRASE，或用 --passphrase-file 指定文件。',
    passphraseDiffers: '两次输入的口令不一致。',
    ask: '口令：',
    askAgain: '再输一遍：',
    unreadable: (path: string): string => `读不出“${path}”。`,
  },

  sign: {
    done: (path: string, signer: string, fingerprint: string): string =>
      `已签名：${path}（${signer}，密钥指纹 ${fingerprint}）`,
    notSigned: (file: string): string => `“${file}”有错误，没有签名：`,
  },

  verify: {
    signed: (signer: string, day: string, fingerprint: string): string =>
      `签名有效：${signer} 于 ${day} 签名，密钥指纹 ${fingerprint}`,
    known: '密钥是已认可的。',
    firstUse: '这把密钥还没有见过，请与发布人核对指纹。',
    unsigned: '没有签名：使用时只采纳收紧的改动，并注明“未签名”。',
  },
} as const
