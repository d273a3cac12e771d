/**
 * Traditional characters as their simplified ones, where that is certain.
 *
 * Source: characters of official reports whose simplified form is one and the same in every word. Left out are those
 *         that stand in simplified text as words of their own (乾, 著, 藉).
 */
const PAIRS =
  '黨党負负責责職职題题問问設设進进導导領领組组織织開开關关係系統统總总結结報报達达動动國国際际縣县鄉乡鎮镇區区辦办' +
  '處处長长書书記记員员會会議议學学習习實实踐践傳传講讲訓训練练調调糾纠紛纷執执規规範范監监審审覈核決决證证據据備备' +
  '權权義义務务們们個个對对應应為为與与從从於于無无機机構构體体製制標标準准則则種种類类項项條条圍围團团繼继續续終终' +
  '級级紀纪約约紅红純纯紙纸細细給给絕绝經经綜综綠绿線线編编緣缘縮缩績绩優优勢势勝胜勞劳勵励勳勋勸劝單单厲厉壓压參参' +
  '雙双發发變变號号嚴严園园圓圆圖图場场塊块墊垫墻墙壇坛壞坏壘垒壩坝聲声夠够夾夹奪夺奮奋婦妇媽妈孫孙寧宁寶宝寫写寬宽' +
  '尋寻將将專专層层屬属歲岁島岛幣币師师帶带幫帮廣广慶庆廳厅廠厂廢废異异棄弃張张彈弹強强歸归當当錄录徑径復复徵征憑凭' +
  '懷怀態态慣惯憲宪憶忆憤愤懲惩懶懒戰战戲戏戶户擔担擁拥擇择擊击擋挡撥拨撫抚擬拟擴扩攜携攝摄攤摊攔拦敗败敵敌數数斷断' +
  '時时晝昼曆历曉晓樣样樁桩樓楼樞枢樹树橋桥檔档檢检欄栏歡欢歷历殘残殺杀毀毁氣气沒没況况淨净淺浅減减渦涡測测溝沟溫温' +
  '滅灭滿满漁渔漢汉潔洁潛潜潤润濟济濤涛濫滥灑洒灘滩灣湾災灾煉炼煩烦熱热營营爐炉爭争爺爷牆墙狀状獄狱獎奖獨独獲获現现' +
  '環环產产畢毕畫画瘋疯療疗癥症盜盗盡尽盤盘確确碼码礎础礦矿禮礼禍祸稱称積积穩稳窩窝窮穷競竞筆笔節节築筑簡简簽签籌筹' +
  '籃篮糧粮紮扎納纳縱纵縫缝繳缴網网羅罗罰罚聞闻聯联聰聪聽听肅肃脅胁腦脑腳脚膚肤臨临舉举舊旧艦舰艱艰藝艺莊庄華华萬万' +
  '葉叶蒼苍蓋盖薦荐藍蓝藥药蘇苏蘭兰虛虚蟲虫術术衛卫衝冲補补裝装裡里複复襲袭見见視视親亲覺觉覽览觀观觸触訂订計计訊讯' +
  '討讨託托訟讼訪访許许訴诉診诊評评詐诈詞词試试詩诗該该詳详誇夸認认語语誠诚誤误說说課课談谈請请諒谅論论諮咨諾诺謀谋' +
  '謝谢識识譜谱護护讀读讓让豐丰貝贝財财貢贡貧贫貨货販贩貪贪貫贯費费貼贴貿贸資资賊贼賓宾賠赔賣卖賦赋質质賬账賭赌賴赖' +
  '購购賽赛贊赞贏赢趙赵趨趋跡迹軌轨軍军軟软載载輔辅輕轻輛辆輪轮輯辑輸输轉转農农運运過过違违遠远適适遞递選选遷迁遺遗' +
  '還还邊边郵邮鄭郑鄰邻醫医釀酿釋释鑒鉴針针釣钓鈔钞鉛铅銀银銷销鋒锋錢钱錦锦錯错鍵键鎖锁鐵铁鑽钻門门閃闪閉闭間间閱阅' +
  '闊阔闡阐闢辟陣阵陰阴陸陆陽阳隊队階阶隨随險险隱隐雜杂雞鸡離离難难雲云電电霧雾靈灵靜静韓韩響响頁页頂顶順顺須须預预' +
  '頒颁頓顿頭头頻频額额願愿顧顾顯显風风飛飞飯饭飲饮養养館馆馬马馳驰駐驻駕驾騙骗騰腾驅驱驗验驚惊魚鱼鮮鲜鳥鸟鳳凤黃黄' +
  '點点齊齐齡龄龍龙隻只後后裏里麵面佈布佔占並并採采週周';

const SIMPLIFIED = new Map(pairsOf(PAIRS));

/** The words in simplified characters, one for one: places in them are places in the words as given. */
export function simplified(words: string): string {
  return words.replace(/\p{Script=Han}/gu, (character) => SIMPLIFIED.get(character) ?? character);
}

function pairsOf(characters: string): [string, string][] {
  return Array.from({ length: characters.length / 2 }, (_, index) => [
    characters.charAt(2 * index),
    characters.charAt(2 * index + 1),
  ]);
}
