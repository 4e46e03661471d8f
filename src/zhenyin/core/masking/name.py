"""Names of persons in a text: with a title, or behind a word that says that a name follows."""

import re
from collections.abc import Iterator

from zhenyin.core.masking import Kind, Span, Text, spans
from zhenyin.core.words import Words

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆"
    "汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍"
    "庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻"
    "祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾"
)
_DOUBLE = "欧阳|上官|司马|诸葛|司徒|夏侯|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|端木|东方|南宫|百里"
_HAN = "\u4e00-\u9fff"
_SURNAME = rf"(?:{_DOUBLE}|[{_SURNAMES}])"
_GIVEN = rf"[ ]{{0,2}}[{_HAN}](?:[ ]{{0,2}}[{_HAN}])?"
_TITLES = "先生|女士|小姐|太太|老师|师傅|经理|阿姨|大爷|大妈|叔叔"
_NO_NAME = re.compile(
    r"(?:安装|项目|金牌|高级|常用|单位|车间|车队|安检|安保|全体|全职|管理|管道|区域|平台|成都|成品|成套|方面|高端|高位|万能|万科|马上|时间|关于|关键|应急|应该|连锁|连续|"
    r"解决|解释|任何|施工|华为|华东|华南|华北|华中|江苏|江西|江南|安全|安徽|金属|金额|钱包|石家|石油|向您|向贵|向我|白天|白色|黄色|蓝色|全部|全程|全国|全家|简单|简易|"
    r"经理|易损|古代|文件|包装|包裹|包修|包换|温度|温馨|游戏|路由|路灯|路口|边上|尚未|宁波|宁夏|广告|武汉|时候|和我|于是|于我|都说|本店|康复|文员|艾特)"
)
_TITLED = re.compile(rf"(?<![{_HAN}])?(?P<name>{_SURNAME}(?:[ ]{{0,2}}[{_HAN}]){{0,2}}?)[ ]?(?:{_TITLES})")
_CALLED = (
    "联系人|收件人|收货人|寄件人|签收人|姓名|报修人|投诉人|机主|车主|户主|业主"
    "|购买人|申请人|留言人|来电人|用户名|叫做|名叫|我叫|他叫|她叫|客户叫|本人叫"
)
_LABELLED = re.compile(rf"(?:{_CALLED})[:：是为叫\s]{{0,3}}(?P<name>{_SURNAME}{_GIVEN})(?![{_HAN}]*(?:公司|厂|店))")
_LOOSE = re.compile(
    rf"(?:客户|用户|本人|我是|顾客|车主|机主|业主)[:：\s]{{0,2}}(?P<name>{_SURNAME}[{_HAN}]{{1,2}}?)(?=反映|反馈|来电|致电|报修|投诉|要求"
    rf"|表示|咨询|称|说|，|,|。|；|;|\s|（|\(|$|电话|手机|的(?:电话|手机|地址|订单))"
)
_DOTTED = re.compile(rf"[{_HAN}]{{2,8}}[·•・][{_HAN}]{{2,8}}")
_WORD = r"[A-Z][a-z'’]+"
_ENGLISH_TITLED = re.compile(
    rf"(?<![A-Za-z])(?:Mr|Mrs|Ms|Miss|Dr|Mx|Prof|Sir|Madam)\.?\s(?P<name>{_WORD}(?:\s{_WORD})?)"
)
_ENGLISH_LABELLED = re.compile(
    rf"(?<![A-Za-z])(?:[Mm]y name is|[Tt]his is|I am|I'm|I’m|[Nn]ame|[Cc]ustomer|[Cc]aller|[Cc]ontact(?: person)?"
    rf"|[Aa]ttn|[Rr]ecipient|[Rr]egards|[Ss]incerely|[Tt]hanks"
    rf"|[Cc]heers)[:,.\s]{{1,3}}(?P<name>{_WORD}(?:\s[A-Z]\.)?\s{_WORD})(?![A-Za-z])"
)


def _find(text: Text) -> Iterator[Span]:
    for pattern in (_TITLED, _LABELLED, _LOOSE):
        for begin, end, word in spans(pattern, text.plain, "〔姓名〕", "name"):
            if not _NO_NAME.match(text.plain[begin : end + 2]):
                yield begin, end, word
    yield from spans(_DOTTED, text.raw, "〔姓名〕")
    yield from spans(_ENGLISH_TITLED, text.plain, "〔姓名〕", "name")
    yield from spans(_ENGLISH_LABELLED, text.plain, "〔姓名〕", "name")


KIND = Kind(
    Words("姓名", "name"),
    60,
    rf"{_TITLES}|{_CALLED}|(?:客户|用户|本人|我是|顾客|车主|机主|业主)[:： ]{{0,2}}[{_SURNAMES}]|[·•・]"
    r"|\b(?:Mr|Mrs|Ms|Miss|Dr|Mx|Prof|Sir|Madam)\b|\b(?:[Nn]ame|[Tt]his is|I am|I['’]m|[Cc]ustomer|[Cc]aller|[Cc]ontact|[Aa]ttn"
    r"|[Rr]ecipient|[Rr]egards|[Ss]incerely|[Tt]hanks|[Cc]heers)\b.*[A-Z]",
    _find,
)
