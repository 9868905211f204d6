/** All words for the user of this room, in one place. */
export const messages = {
  errors: {
    empty: '文件是空的（0 字节）。请确认文件已下载或复制完整，再重新选择。',
    notAWorkbook: '这不是可以识别的台账文件。请选择 .xlsx、.xlsm、.xls、.xlsb、.ods、.et 或 .csv 文件。',
    truncated: '文件不完整，可能没有下载完或还在写入。请重新下载或复制后再试。',
    zipBomb: '文件解压后的大小异常，为安全起见没有打开。请用 Excel 打开后另存为新文件，再重新选择。',
    duplicatePart: '文件内部有重名的部分，结构异常，没有打开。请用 Excel 打开后另存为新文件，再重新选择。',
    password:
      '文件已加密，无法读取：设有打开密码，或加了保护（打开时不问密码的也可能是加密的）。请用 Excel 或 WPS 打开，去掉打开密码和保护后另存一份，再重新选择。',
    corruptPart: '文件内部有一部分已损坏，无法读取。请用 Excel 打开并修复、另存后再试。',
    tooMuchMemory:
      '读取这个旧格式文件要用的内存大得异常，文件可能已损坏，没有打开。请用 Excel 或 WPS 打开后另存为 .xlsx，再重新选择。',
    tooSlow:
      '读取这个旧格式文件的时间过长，文件可能已损坏，已经停止。请用 Excel 或 WPS 打开后另存为 .xlsx，再重新选择。',
    forbiddenMarkup:
      '文件内部含有不允许的声明（DOCTYPE），为安全起见没有打开。请用 Excel 另存为新文件后再试。',
    unsupported: '暂不支持这种文件格式。请在 Excel 或 WPS 中另存为 .xlsx 后再试。',
    noSheets: '文件中没有可以读取的工作表（只有图表或宏表）。请确认选对了文件。',
    htmlWithoutTable: '这个文件其实是一个网页，里面没有表格（可能是登录超时页）。请在系统中重新导出后再试。',
    encryptedByCompany: '文件被本单位的文档加密软件保护，无法读取。请按规定解密后再试。',
    fileMissing: '找不到这个文件。请检查路径和文件名。',
    fileNotReadable: '没有权限读取这个文件。请检查文件权限，或复制到自己的文件夹后再试。',
    fileBusy: '文件正被其他程序占用。请先在 Excel 或 WPS 中保存并关闭，再重试。',
    fileChanging: '文件在读取过程中发生了变化，可能还在保存或下载。请等写完后再试。',
    isFolder: '这是一个文件夹，不是文件。请选择其中的台账文件。',
    // Annotating: such a file is never saved again, its annotations go to a workbook of their own.
    signed: '文件带有数字签名，改动会使签名失效，没有写入标注。标注另存为单独的工作簿。',
    strictFormat:
      '文件是“严格 Open XML”格式，没有写入标注。标注另存为单独的工作簿；也可在 Excel 中另存为普通 .xlsx 再检查。',
    binaryFormat:
      '文件是二进制工作簿（.xlsb），没有写入标注。标注另存为单独的工作簿；也可在 Excel 中另存为 .xlsx 再检查。',
    legacyFormat:
      '文件不是 .xlsx 或 .xlsm 格式，没有写入标注。标注另存为单独的工作簿；也可在 Excel 或 WPS 中另存为 .xlsx 再检查。',
    sheetMissing: '文件中没有这个工作表，没有写入标注。请重新选择文件再检查。',
    noRoom: '台账右侧没有足够的空列，没有写入标注。标注另存为单独的工作簿。',
    lockFile: '这是 Excel 打开文件时留下的临时文件（~$ 开头），不是台账。请选择原文件。',
  },
  // Annotating
  annotation: {
    movedRight: '台账右侧已有内容，标注列写在这些内容的右边。',
    sheetProtected: '工作表设有保护，保护没有改动；标注列可以填写。',
    structureLocked: '工作簿结构受保护，没有增加汇总表；标注列照常写入。',
    nothingToClear: '没有找到贷后助手的标注，文件没有改动。',
  },
  notes: {
    otherSheet: '“{sheet}”是图表页或宏表，不含台账数据，已跳过。',
    strays: '“{sheet}”中有 {count} 个单元格（如 {cell}）远离正文，未作为台账数据读取。',
    uncalculated:
      '“{sheet}”中有 {count} 个公式没有计算结果（如 {cells}），按无法读取处理。请用 Excel 打开、保存后再检查。',
    encodingGuessed: '文件没有注明文字编码，已按 {encoding} 读取。如有乱码，请另存为 .xlsx 后再试。',
    badCharacters: '文件中有 {count} 处文字无法识别，已用“�”代替。请核对或另存为 .xlsx 后再试。',
    notWhatItSays: '文件扩展名是 {extension}，内容其实是{format}，已按内容读取。',
    unclosedQuote: '第 {row} 行起有引号没有配对，其后的内容可能串行，请核对。',
  },
} as const
