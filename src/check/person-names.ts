/**
 * Names of people, as far as words alone can tell: a common surname, one or two characters more, and no common word.
 *
 * In doubt it is no name: a rule that takes 张榜 or 高度 for a person would be turned off.
 */
export const SURNAME =
  '[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟颜倪严牛温芦俞鲁葛伍韦聂丛邢岳梅庄涂谷祁舒耿牟卜詹凌靳甄裴覃霍翁阮桂闵柴]';

/** What begins with a surname and is none: the word's first two characters. */
const WORDS = new Set(
  (
    '丁克 丁字 万一 万人 万众 万余 万元 万分 万家 万户 严厉 严守 严密 严惩 严打 严控 严查 严格 严禁 严管 严肃 严重 严防 于今 于年 于当 于我 于本 于此 于每 任何 任务 任意 任教 任期 ' +
    '任职 任课 任选 何人 何去 何地 何时 何种 余下 余人 余件 余份 余名 余户 余次 余款 余起 余额 侯鸟 兰州 兰花 冯店 史上 史料 叶子 周一 周三 周二 周五 周六 周到 周四 周围 周密 周岁 ' +
    '周年 周日 周期 周末 周知 周边 唐王 夏令 夏天 夏季 夏收 孙女 孙子 尹始 常住 常务 常委 常年 常态 常用 常见 常规 常识 庄严 康养 康复 张挂 张榜 张罗 张贴 文书 文件 文体 文凭 文化 ' +
    '文字 文旅 文明 文盲 文艺 方便 方可 方向 方圆 方式 方案 方法 方能 方言 方针 方面 施压 施工 施救 施教 施暴 施行 易制 易发 易受 易地 易怒 易感 易燃 易被 曾任 曾受 曾因 曾在 曾多 ' +
    '曾有 曾经 曾被 杜绝 林业 林区 林地 林场 林权 桂花 梅花 梅雨 武力 武术 武汉 武装 段位 段落 毛巾 毛毯 毛病 江北 江南 江城 江河 江湖 江苏 江西 汤药 汪洋 洪水 洪涝 洪灾 温情 温暖 ' +
    '温饱 温馨 牛奶 牛羊 王国 田园 田地 田间 白天 白纸 白色 白血 白酒 白领 石头 石子 石材 石油 石膏 秦岭 程序 程度 程控 胡乱 范例 范围 许久 许可 许多 许诺 谢意 谢绝 谢谢 谷物 谷雨 ' +
    '贺卡 贺年 贾店 郑重 金牌 金秋 金融 金额 钟情 钟表 钱款 钱物 陆地 陆续 陈列 陈旧 陈述 雷电 雷雨 顾家 顾虑 顾问 马上 马匪 马场 马拉 马路 高中 高于 高兴 高危 高压 高原 高发 高度 ' +
    '高效 高标 高校 高空 高等 高考 高质 高频 高额 高龄 鲁莽 黄沙 龙头 龙舟'
  ).split(' '),
);
/** What a place, an office or a form of address ends with. */
const NO_NAME =
  /[某村镇乡县市区街路湾局所站院校店组队岗屯垸寨塆××XxＸ*＊氏]$|(?:主任|书记|所长|院长|局长|镇长|县长|老师|医生|护士|法官|律师|同志|先生|女士|大爷|大妈|奶奶|爷爷|婆婆|阿姨|等人|各人|本人|人员|工作|活动|服务|情况)$/;

/** Whether the word is a full name that is not masked. */
export function isName(word: string): boolean {
  return !WORDS.has(word.slice(0, 2)) && !word.includes('某') && !NO_NAME.test(word);
}

/** The form that may be published: 张建国 as 张某某. */
export function maskedName(name: string): string {
  return name.slice(0, 1) + '某'.repeat([...name].length - 1);
}
