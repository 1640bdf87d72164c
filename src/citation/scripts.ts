/** Letters of other scripts in Latin ones, as plain as a citation key needs them (BGN/PCGN, ISO 843 and Revised Romanization, simplified). */
const pairs = (text: string): [string, string][] => text.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)]);

const CYRILLIC = pairs('аa бb вv гg дd еe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ьy эe юyu яya іi їyi єye ґg јj љlj њnj ћc ђdj џdz ўu').map(([from, to]): [string, string] => [from, from === 'ь' ? '' : to]);
const GREEK = pairs('αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo');
/** The family names that most Chinese authors bear, by character; both simplified and traditional. */
const CHINESE = pairs('王wang 李li 张zhang 張zhang 刘liu 劉liu 陈chen 陳chen 杨yang 楊yang 赵zhao 趙zhao 黄huang 黃huang 周zhou 吴wu 吳wu 徐xu 孙sun 孫sun 胡hu 朱zhu 高gao 林lin 何he 郭guo 马ma 馬ma 罗luo 羅luo 梁liang 宋song 郑zheng 鄭zheng 谢xie 謝xie 韩han 韓han 唐tang 冯feng 馮feng 于yu 董dong 萧xiao 肖xiao 程cheng 曹cao 袁yuan 邓deng 鄧deng 许xu 許xu 傅fu 沈shen 曾zeng 彭peng 吕lv 呂lv 苏su 蘇su 卢lu 盧lu 蒋jiang 蔣jiang 蔡cai 贾jia 丁ding 魏wei 薛xue 叶ye 葉ye 余yu 潘pan 杜du 戴dai 夏xia 钟zhong 汪wang 田tian 任ren 姜jiang 范fan 方fang 石shi 姚yao 谭tan 廖liao 邹zou 熊xiong 金jin 陆lu 郝hao 孔kong 白bai 崔cui 康kang 毛mao 邱qiu 秦qin 江jiang 史shi 顾gu 侯hou 邵shao 孟meng 龙long 万wan 段duan 雷lei 钱qian 汤tang 尹yin 黎li 易yi 常chang 武wu 乔qiao 贺he 赖lai 龚gong 文wen');
const LETTERS = new Map([...CYRILLIC, ...GREEK, ...CHINESE]);

const INITIALS = 'g kk n d tt r m b pp s ss  j jj ch k t p h'.split(' ');
const VOWELS = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const FINALS = ' k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ');

function hangul(code: number): string {
  const at = code - 0xac00;
  return (INITIALS[Math.floor(at / 588)] ?? '') + (VOWELS[Math.floor((at % 588) / 28)] ?? '') + (FINALS[at % 28] ?? '');
}

/** A lower-case character in Latin letters; the character itself where no table knows it. */
export function latinOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code >= 0xac00 && code <= 0xd7a3 ? hangul(code) : LETTERS.get(character) ?? character;
}
