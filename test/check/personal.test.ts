import { describe, expect, test } from 'vitest';
import { BASE, siteOf } from '../support/content.js';
import { inBody, marked, markedIn, sentences } from './marked.js';

const ID = '11010519491231002X';

describe('an identity number', () => {
  test('is found however it is typed', () => {
    expect(marked(`王某某（${ID}）`)).toEqual([`personal/id-number: ${ID}`]);
    expect(marked('王某某 110105 19491231 002x，')).toEqual(['personal/id-number: 110105 19491231 002x']);
    expect(marked('王某某 110105-19491231-002X，')).toEqual(['personal/id-number: 110105-19491231-002X']);
    expect(marked('王某某１１０１０５１９４９１２３１００２Ｘ，')).toEqual([
      'personal/id-number: １１０１０５１９４９１２３１００２Ｘ',
      'punctuation/wide-digit: １１０１０５１９４９１２３１００２Ｘ',
    ]);
    expect(marked('旧证110105491231002。')).toEqual(['personal/id-number: 110105491231002']);
    expect(marked(`两人：${ID} 13800138000`)).toEqual([`personal/id-number: ${ID}`, 'personal/mobile: 13800138000']);
  });

  test('is suggested in its masked form and not repeated in the message', () => {
    expect(sentences(ID)).toEqual([
      '这里像是一个身份证号，不能公开。请删去，或隐去中间各位，写成“11*************02X”。',
    ]);
  });

  test('needs a region, a day of birth and a checksum', () => {
    expect(marked('编号110105194912310021，项目990105199001011234，批号110105194913310020。')).toEqual([]);
    expect(
      marked('索引号421321202200001、统一社会信用代码11421321MB1A23456X、11500230008689607X/2026-00009。'),
    ).toEqual([]);
    expect(marked('已隐去：11*************02X。')).toEqual([]);
  });

  test('is found in keys, in site.yaml, beside an image and in names', () => {
    const report = (BASE['2022/report.md'] ?? '').replace('published:', `author: 王某某${ID}\npublished:`);
    expect(markedIn({ '2022/report.md': report })).toEqual([`personal/id-number: ${ID}`]);
    const site = (BASE['site.yaml'] ?? '').replace('contact: 0722-3330000', `contact: ${ID}`);
    expect(markedIn({ 'site.yaml': site })).toEqual([`personal/id-number: ${ID}`]);
    const image = inBody(`![王某某${ID}](../照片.png)`);
    expect(markedIn({ ...image, '2022/照片.png': 'x' })).toEqual([`personal/id-number: ![王某某${ID}](../照片.png)`]);
    const link = inBody(`见[名单](../${ID}.pdf)。`);
    expect(markedIn({ ...link, [`2022/${ID}.pdf`]: 'x' })).toEqual([`personal/id-number: [名单](../${ID}.pdf)`]);
    const { diagnostics } = siteOf({
      ...BASE,
      [`2022/shortcomings/02-${ID}.md`]: '---\ntitle: 形式单一\nsection: problems\n---\n\n二是形式单一。\n',
    });
    expect(diagnostics.map(({ rule, at }) => [rule, at.file])).toEqual([
      ['personal/id-number', `2022/shortcomings/02-${ID}.md`],
    ]);
  });
});

describe('a mobile number', () => {
  test('is found whole, in groups and with the country', () => {
    expect(marked('电话13800138000。')).toEqual(['personal/mobile: 13800138000']);
    expect(marked('电话+86 138-0013-8000。')).toEqual(['personal/mobile: 138-0013-8000']);
    expect(marked('电话１３８００１３８０００。')).toEqual([
      'personal/mobile: １３８００１３８０００',
      'punctuation/wide-digit: １３８００１３８０００',
    ]);
    expect(marked('[电话](tel:13800138000)')).toEqual(['personal/mobile: [电话](tel:13800138000)']);
    expect(sentences('138 0013 8000')).toEqual([
      '这里像是一个手机号码，不能公开。请改用单位的座机，或隐去中间四位，写成“138****8000”。',
    ]);
  });

  test('is not a landline, a service number, an amount, a masked or a longer number', () => {
    expect(marked('电话0722-3330000、07223330000，12345、12348、110，400-123-4567。')).toEqual([]);
    expect(marked('电话138****8000，投入13912345678元，案号：13912345678，流水138001380001。')).toEqual([]);
    expect(marked('见 http://www.zgsuixian.gov.cn/a/13912345678.html 。')).toEqual([]);
    expect(marked('文号鄂13912345678-2、1.3912345678。')).toEqual([]);
  });
});

describe('a bank card or account', () => {
  test('is known by its checksum, or by the word before it', () => {
    expect(marked('卡6222 0212 3456 7890 123。')).toEqual([]);
    expect(marked('转入6222021234567890128。')).toEqual(['personal/bank-card: 6222021234567890128']);
    expect(marked('转入6222 0212 3456 7890 128。')).toEqual(['personal/bank-card: 6222 0212 3456 7890 128']);
    expect(marked('账号：622202123456。')).toEqual(['personal/bank-card: 622202123456']);
    expect(marked('开户银行账户为１２３４５６７８９０１２３。')).toEqual([
      'personal/bank-card: １２３４５６７８９０１２３',
      'punctuation/wide-digit: １２３４５６７８９０１２３',
    ]);
    expect(sentences('账号6222021234567890128')).toEqual([
      '这里像是银行卡号或账号，不能公开。请删去，或隐去中间各位，写成“6222***********0128”。',
    ]);
  });

  test('is no project, licence or identity number', () => {
    expect(marked('项目代码4213212022000012345，许可证JY14213210012345，备案42132102000123号。')).toEqual([]);
    expect(marked('公众号账号gh_622202123456，网站访问622202123456次。')).toEqual([]);
    expect(marked(`账号${ID}`)).toEqual([`personal/id-number: ${ID}`]);
  });
});

describe('a name beside a sensitive group', () => {
  test('is found before and behind it, each of a list', () => {
    expect(marked('走访社区矫正对象张建国，了解情况。')).toEqual(['personal/sensitive-group: 张建国']);
    expect(marked('看望低保户：李桂花、王芳等5户。')).toEqual([
      'personal/sensitive-group: 李桂花',
      'personal/sensitive-group: 王芳',
    ]);
    expect(marked('张建国（社区矫正对象）按时报到。')).toEqual(['personal/sensitive-group: 张建国']);
    expect(marked('村民刘大山系精神障碍患者，已送医。')).toEqual(['personal/sensitive-group: 刘大山']);
    expect(sentences('走访社区矫正对象张建国，了解情况。')).toEqual([
      '“张建国”像是姓名，又写明是“社区矫正对象”，属于敏感个人信息。请隐去名字，写成“张某某”；若不是姓名，可以忽略。',
    ]);
  });

  test.each([
    '走访社区矫正对象张某、李某某、王××，了解情况。',
    '低保对象张榜公示，特困人员张榜，接受监督。',
    '学习未成年人保护法，加强戒毒人员管理，做好社区矫正人员和安置帮教人员的管理。',
    '社区矫正对象陆续解矫，刑满释放人员安置，信访人许多诉求得到解决，残疾人康复，患者曾多次投诉。',
    '对社区矫正对象严格管理，社区矫正对象管理，戒毒人员康复，未成年人关爱，低保户周边环境。',
    '志愿者王芳为困境儿童、残疾人送去温暖，派出所民警李强帮助受害人。',
    '信访人王主任接待，吸毒人员何时复吸，孤儿成长，残疾人就业，低保户黄沙镇5户。',
    '受援人江女士送来锦旗。未成年人权益、患者权益、受害人家属等得到维护。',
    '安置帮教对象常态走访，社区矫正人员任何时候不得离开，残疾人文化活动、残疾人高中毕业。',
  ])('is no ordinary prose: %s', (words) => {
    expect(marked(words)).toEqual([]);
  });
});

describe('an address', () => {
  test('of a person is found from the group or house on', () => {
    expect(marked('张建国，男，家住均川镇王店村三组12号。')).toEqual(['personal/address: 均川镇王店村三组12号']);
    expect(marked('为住在幸福小区3栋2单元501室的刘大山，上门办证。')).toEqual([
      'personal/address: 幸福小区3栋2单元501室',
    ]);
    expect(sentences('张建国，男，家住均川镇王店村三组12号。')).toEqual([
      '“均川镇王店村三组12号”像是个人的家庭住址。公开时只保留到乡镇、街道，请删去村组、门牌或楼栋房号。',
    ]);
  });

  test.each([
    '司法所（均川镇解放路18号）挂牌，群众可到行政服务大厅2号楼301室办理。',
    '在唐王广场、王店村三组、朝阳街中段开展宣传，走访王店村三组12户。',
    '家住王店村三组的张某某，户籍所在地均川镇的刘大山。',
    '建成幸福小区3栋2单元501室为调解室。',
  ])('of an office or an event is none: %s', (words) => {
    expect(marked(words)).toEqual([]);
  });
});
