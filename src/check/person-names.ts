/**
 * Names of people, as far as words alone can tell: a common surname, one or two characters more, and no common word.
 *
 * In doubt it is no name: a rule that takes 张榜 or 高度 for a person would be turned off.
 */
export const SURNAME =
  '[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边]';

/** What begins with a surname and is none: the word's first two characters. */
const WORDS = new Set(
  (
    '王国 张贴 张榜 张挂 张罗 高度 高效 高质 高发 高龄 高危 高中 高等 高标 高额 高压 何时 何种 何人 何地 马上 马路 郑重 ' +
    '谢绝 谢谢 唐王 于今 于此 于本 于每 于我 于当 于年 程度 程序 许多 许可 曾经 曾多 曾被 曾因 曾在 曾有 曾受 曾任 杜绝 ' +
    '田间 田地 任何 任务 任职 任意 任教 范围 方面 方可 方能 方便 方式 方法 方案 方针 方向 石油 金额 金融 金秋 陆续 白天 白色 ' +
    '康复 毛病 江西 江苏 江北 江南 史料 顾虑 顾问 万元 万人 万余 段落 钱款 钱物 易发 易受 易制 易被 常年 常态 常见 常住 常用 ' +
    '武装 武汉 文化 文明 文艺 文件 文书 文字 安置 安全 安排 安心 安装 安定 严格 严重 严禁 严防 严密 严管 严厉 严肃 严打 温馨 ' +
    '温暖 季度 章程 鲁莽 申请 申诉 申报 申领 尤其 毕业 焦虑 向上 向社 向其 向法 向司 向镇 向有 向我 路上 路口 路边 辛苦 ' +
    '管理 管控 管教 管护 管辖 管制 左右 时间 时候 时代 时常 时刻 关爱 关怀 关心 关注 关于 关系 关键 苗头 费用 纪律 纪念 ' +
    '项目 曲折 成立 成功 成员 成为 成效 成长 成年 成本 成果 游戏 游泳 阳光 席位 卫生 查处 查询 查找 查看 单位 单独 单亲 包括 ' +
    '包保 包联 包联 司法 司机 宁夏 解除 解决 解矫 解读 解答 解释 强制 强化 强调 强烈 强戒 华人 车辆 车上 房屋 房产 边远 边缘 ' +
    '周末 周边 周围 周期 周岁 周年 周一 周二 周三 周四 周五 周六 周日 陈述 陈旧 陈列 林业 林地 林权 胡乱 黄沙 夏季 夏令 ' +
    '汤药 余下 余人 余名 余户 余份 余次 余起 余件 金牌 盛大 童年 植树 薄弱 位于 位列 景区 甘愿 欧元 叶子 孙子 孙女 钟情 ' +
    '庄严 莫名 齐抓 齐全 齐心 齐聚 施工 施行 施救 洪水 洪涝 安徽 兰州 梅雨 龙头 雷雨 丁字 冯店 夏天 汪洋 尹始 查验 查明 ' +
    '江河 石材 江湖 贾店 万众 万一 万分 万家 白纸 白领 马拉 毛巾 单身 单纯 强行 强力 强迫 席卷 柳林 均川'
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
