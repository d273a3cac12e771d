// @ts-check
/**
 * Invented names of towns, each once: 青石, 青林, …, 上青石, ….
 *
 * The characters are those of landscape, so that no name is a number, an office, a law or a word that a rule looks for,
 * and none of the first stands among the second, so that no name can be read as two.
 */
const FIRST = [
  ...'青柳黄白清龙金长高玉银红紫绿云雾风松竹梅桃杏桂枫榆槐杨麻豆茶石马牛羊鹿鹤凤燕柏栗莲荷兰菊枣楠樟桐蓝温',
];
const SECOND = [...'林沙河塘泉坪坡岭冲湾港溪桥店铺畈岗寨堰池潭渡洲滩岩洞峰源沟垭坝川江湖井埠浦矶台关屯堡营楼阁亭园畔'];
const BEFORE = ['', ...'上下前后大小新老'];

/** The first `count` of them, always the same. @param {number} count */
export function townNames(count) {
  const most = BEFORE.length * FIRST.length * SECOND.length;
  if (count > most) throw new Error(`There are names for ${most} towns only.`);
  return Array.from({ length: count }, (_, town) => {
    const second = SECOND[town % SECOND.length] ?? '';
    const rest = Math.floor(town / SECOND.length);
    const first = FIRST[rest % FIRST.length] ?? '';
    return `${BEFORE[Math.floor(rest / FIRST.length)] ?? ''}${first}${second}`;
  });
}
