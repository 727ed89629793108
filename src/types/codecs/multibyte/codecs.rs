//! The encodings of several bytes a character: their names, and how each departs from encoding_rs's.

use encoding_rs::Encoding as Source;

/// How the first byte of a character tells its width, where that is not one byte below 0x80 and two above.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    Plain,
    ShiftJis,
    Cp932,
    EucJp,
    EucKr,
    Gb18030,
}

/// An encoding.
pub struct Codec {
    /// The name that codecs have.
    pub name: &'static str,
    /// All names, as they are after small letters and underscores are put in.
    pub names: &'static [&'static str],
    pub lead: Lead,
    pub(super) source: &'static Source,
    /// The first and the last code of what is kept of the source's codes of two bytes.
    pub(super) kept: &'static [(u16, u16)],
    /// What second bytes begin with.
    pub(super) second: u8,
    /// From this code on the source has other characters: here stand those of this encoding.
    pub(super) moved: &'static [(u16, &'static str)],
    /// Characters that are encoded as another one is.
    pub(super) also: &'static [(u32, u16)],
    /// Of several codes for a character the last is written, not the first.
    pub(super) last_counts: bool,
}

impl Codec {
    const fn new(
        name: &'static str,
        names: &'static [&'static str],
        lead: Lead,
        source: &'static Source,
    ) -> Codec {
        let kept: &[(u16, u16)] = &[(0x8000, 0xFFFF)];
        Codec { name, names, lead, source, kept, second: 0x40, moved: &[], also: &[], last_counts: false }
    }

    /// Does this encoding have the code?
    pub(super) fn keeps(&self, code: u16) -> bool {
        code.to_be_bytes()[1] >= self.second
            && self.kept.iter().any(|(first, last)| (*first..=*last).contains(&code))
    }
}

impl PartialEq for Codec {
    fn eq(&self, other: &Codec) -> bool {
        self.name == other.name
    }
}

impl Eq for Codec {}

impl std::fmt::Debug for Codec {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.name)
    }
}

/// The encoding that a name means, as it is after small letters and underscores are put in.
pub fn find(name: &str) -> Option<&'static Codec> {
    CODECS.iter().find(|codec| codec.names.contains(&name))
}

/// What Big5 has from 0xC6A1 on: kana, Cyrillic letters, and numbers in circles and brackets.
const KANA: &str = "ヾゝゞ々ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんァアィ\
    イゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶДЕЁЖЗИЙ\
    КЛМУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя①②③④⑤⑥⑦⑧⑨⑩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽";

pub static CODECS: &[Codec] = &[
    Codec {
        kept: &[
            (0xA1A1, 0xA1FE),
            (0xA2B1, 0xA2E2),
            (0xA2E5, 0xA2EE),
            (0xA2F1, 0xA2FC),
            (0xA3A1, 0xA4F3),
            (0xA5A1, 0xA5F6),
            (0xA6A1, 0xA6B8),
            (0xA6C1, 0xA6D8),
            (0xA7A1, 0xA7C1),
            (0xA7D1, 0xA7F1),
            (0xA8A1, 0xA8BA),
            (0xA8C5, 0xA8E9),
            (0xA9A4, 0xA9EF),
            (0xB0A1, 0xD7F9),
            (0xD8A1, 0xF7FE),
        ],
        second: 0xA1,
        moved: &[(0xA1A4, "・"), (0xA1AA, "―")],
        ..Codec::new(
            "gb2312",
            &[
                "gb2312",
                "chinese",
                "csiso58gb231280",
                "euc_cn",
                "euccn",
                "eucgb2312_cn",
                "gb2312_1980",
                "gb2312_80",
                "iso_ir_58",
                "x_mac_simp_chinese",
            ],
            Lead::Plain,
            encoding_rs::GBK,
        )
    },
    Codec {
        kept: &[
            (0x8140, 0xA0FE),
            (0xA1A1, 0xA1FE),
            (0xA2A1, 0xA2AA),
            (0xA2B1, 0xA2E2),
            (0xA2E5, 0xA2EE),
            (0xA2F1, 0xA2FC),
            (0xA3A1, 0xA3FE),
            (0xA4A1, 0xA4F3),
            (0xA5A1, 0xA5F6),
            (0xA6A1, 0xA6B8),
            (0xA6C1, 0xA6D8),
            (0xA6E0, 0xA6EB),
            (0xA6EE, 0xA6F2),
            (0xA6F4, 0xA6F5),
            (0xA7A1, 0xA7C1),
            (0xA7D1, 0xA7F1),
            (0xA840, 0xA895),
            (0xA8A1, 0xA8BB),
            (0xA8BD, 0xA8BE),
            (0xA8C0, 0xA8C0),
            (0xA8C5, 0xA8E9),
            (0xA940, 0xA957),
            (0xA959, 0xA95A),
            (0xA95C, 0xA95C),
            (0xA960, 0xA988),
            (0xA996, 0xA996),
            (0xA9A4, 0xA9EF),
            (0xAA40, 0xAAA0),
            (0xAB40, 0xABA0),
            (0xAC40, 0xACA0),
            (0xAD40, 0xADA0),
            (0xAE40, 0xAEA0),
            (0xAF40, 0xAFA0),
            (0xB040, 0xD7F9),
            (0xD840, 0xF8A0),
            (0xF940, 0xF9A0),
            (0xFA40, 0xFAA0),
            (0xFB40, 0xFBA0),
            (0xFC40, 0xFCA0),
            (0xFD40, 0xFDA0),
            (0xFE40, 0xFE4F),
        ],
        ..Codec::new("gbk", &["gbk", "936", "cp936", "ms936"], Lead::Plain, encoding_rs::GBK)
    },
    Codec {
        kept: &[(0x8140, 0xFEFE)],
        moved: &[
            (0xA3A0, "\u{e5e5}"),
            (0xA6D9, "\u{e78d}\u{e78e}\u{e78f}\u{e790}\u{e791}\u{e792}\u{e793}"),
            (0xA6EC, "\u{e794}\u{e795}"),
            (0xA6F3, "\u{e796}"),
            (0xA8BC, "\u{e7c7}"),
            (0xFE59, "\u{e81e}"),
            (0xFE61, "\u{e826}"),
            (0xFE66, "\u{e82b}\u{e82c}"),
            (0xFE6D, "\u{e832}"),
            (0xFE7E, "\u{e843}"),
            (0xFE90, "\u{e854}"),
            (0xFEA0, "\u{e864}"),
        ],
        ..Codec::new("gb18030", &["gb18030", "gb18030_2000"], Lead::Gb18030, encoding_rs::GB18030)
    },
    Codec {
        kept: &[(0xA140, 0xA3BF), (0xA440, 0xC7FC), (0xC940, 0xF9D5)],
        moved: &[
            (0xA145, "•"),
            (0xA14E, "､"),
            (0xA1C2, "‾"),
            (0xA1E3, "∼"),
            (0xA1F2, "♁☉"),
            (0xA241, "／＼"),
            (0xA244, "¥"),
            (0xA246, "¢£"),
            (0xC6A1, KANA),
        ],
        last_counts: true,
        ..Codec::new(
            "big5",
            &["big5", "big5_tw", "csbig5", "x_mac_trad_chinese"],
            Lead::Plain,
            encoding_rs::BIG5,
        )
    },
    Codec {
        kept: &[(0xA140, 0xA3BF), (0xA3E1, 0xC7FC), (0xC940, 0xF9FE)],
        moved: &[(0xC6A1, KANA), (0xF9FE, "▓")],
        also: &[
            (0xA2, 0xA246),
            (0xA3, 0xA247),
            (0xA5, 0xA244),
            (0x2022, 0xA145),
            (0x203E, 0xA1C2),
            (0x223C, 0xA1E3),
            (0x2609, 0xA1F3),
            (0x2641, 0xA1F2),
            (0xFF64, 0xA14E),
            (0x5341, 0xA451),
            (0x5345, 0xA4CA),
        ],
        ..Codec::new("cp950", &["cp950", "950", "ms950"], Lead::Plain, encoding_rs::BIG5)
    },
    Codec {
        kept: &[(0x8140, 0x84BE), (0x889F, 0xEAA4)],
        moved: &[(0x8160, "〜‖"), (0x817C, "−"), (0x8191, "¢£"), (0x81CA, "¬")],
        ..Codec::new(
            "shift_jis",
            &["shift_jis", "csshiftjis", "shiftjis", "sjis", "s_jis", "x_mac_japanese"],
            Lead::ShiftJis,
            encoding_rs::SHIFT_JIS,
        )
    },
    Codec {
        also: &[
            (0xA2, 0x8191),
            (0xA3, 0x8192),
            (0xAC, 0x81CA),
            (0x2016, 0x8161),
            (0x2212, 0x817C),
            (0x301C, 0x8160),
        ],
        ..Codec::new(
            "cp932",
            &["cp932", "932", "ms932", "mskanji", "ms_kanji", "windows_31j"],
            Lead::Cp932,
            encoding_rs::SHIFT_JIS,
        )
    },
    Codec {
        kept: &[(0x8EA1, 0xA8C0), (0xB0A1, 0xF4A6)],
        moved: &[(0xA1C1, "〜‖"), (0xA1DD, "−"), (0xA1F1, "¢£"), (0xA2CC, "¬")],
        ..Codec::new("euc_jp", &["euc_jp", "eucjp", "ujis", "u_jis"], Lead::EucJp, encoding_rs::EUC_JP)
    },
    Codec {
        kept: &[
            (0xA1A1, 0xA2E7),
            (0xA3A1, 0xA4D3),
            (0xA4D5, 0xA5F8),
            (0xA6A1, 0xA6E4),
            (0xA7A1, 0xA7EF),
            (0xA8A1, 0xAAF3),
            (0xABA1, 0xABF6),
            (0xACA1, 0xACF1),
            (0xB0A1, 0xFDFE),
        ],
        second: 0xA1,
        also: &[(0x3164, 0xA4D4)],
        ..Codec::new(
            "euc_kr",
            &[
                "euc_kr",
                "euckr",
                "korean",
                "ksc5601",
                "ks_c_5601",
                "ks_c_5601_1987",
                "ksx1001",
                "ks_x_1001",
                "x_mac_korean",
            ],
            Lead::EucKr,
            encoding_rs::EUC_KR,
        )
    },
    Codec::new("cp949", &["cp949", "949", "ms949", "uhc"], Lead::Plain, encoding_rs::EUC_KR),
];
