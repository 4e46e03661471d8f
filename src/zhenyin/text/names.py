"""What the name of a person looks like, as a pattern of RE2 (see `mask`): two to four characters that begin with a
surname, or two to four words in capitals. What is no name, but a firm of two words, is taken for one rather than shown.
"""

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆"
    "汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍"
    "庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻"
    "祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾"
)
_DOUBLE = "欧阳|上官|司马|诸葛|司徒|夏侯|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|端木|东方|南宫|百里"
_HAN = rf"(?:{_DOUBLE}|[{_SURNAMES}]) ?\p{{Han}} ?\p{{Han}}?(?: ?(?:先生|女士|小姐|老师|师傅|总|太太))?"
_DOTTED = r"\p{Han}{2,8}[·•・]\p{Han}{2,8}"
_WORD = r"\p{Lu}[\p{Ll}\p{Lu}'’-]+"
_LATIN = rf"{_WORD},?(?: (?:\p{{Lu}}\.?|de|van|von|der|al|bin|{_WORD})){{0,2}} {_WORD}"
NAME = f"{_HAN}|{_DOTTED}|{_LATIN}"
"""What a cell that is nothing but the name of a person matches as a whole."""
