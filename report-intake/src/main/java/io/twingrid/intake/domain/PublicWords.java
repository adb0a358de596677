package io.twingrid.intake.domain;

import java.util.regex.Pattern;

/**
 * Words as everybody may read them: without what can be recognised as a telephone number, an identity or bank card's
 * number, an account, a plate, an e-mail address, or a person's name behind a word that announces one. A name that stands
 * alone cannot be recognised; that is what moderation is for.
 */
public final class PublicWords {
    private static final String MASK = "***";
    /** The hundred most common family names and a few of two characters; about nine of ten people have one of them. */
    private static final String FAMILY_NAMES = "(?:欧阳|上官|司马|诸葛|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾萧田董袁"
            + "潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武莫孔向汤庄])";

    private static final Pattern PERSONAL = Pattern.compile(
            "[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+" // e-mail
                    + "|(?<!\\d)(\\+|00)?\\d([ -]?\\d){6,18}[Xx]?(?!\\d)" // numbers of seven digits and more
                    + "|[\\u4e00-\\u9fa5][A-Z][·• ]?[A-Z0-9]{5,6}(?![A-Z0-9])" // plates, as 闽D12345
                    + "|(?i:微信号?|wechat|qq|vx)[::\\s]*[A-Za-z][\\w-]{4,19}" // accounts
                    + "|(?:我叫|名叫|我是|姓名|联系人|户主|业主|报案人)[::\\s]*" + FAMILY_NAMES + "[\\u4e00-\\u9fa5]{1,2}"
                    + "|" + FAMILY_NAMES + "[\\u4e00-\\u9fa5]{0,2}(?:先生|女士|小姐|师傅|阿姨|大爷|大妈|奶奶|爷爷|叔叔|伯伯)"
                    + "|(?:(?i:my name is|mrs?\\.?|ms\\.?|miss) )\\p{Lu}[\\w'-]+( \\p{Lu}[\\w'-]+)?");

    private PublicWords() {}

    public static String of(String text) {
        return PERSONAL.matcher(text).replaceAll(MASK);
    }

    /** The words without a person's id; one so short that it is part of many words is left. */
    static String without(String personId, String text) {
        return personId.length() < 4 ? text : text.replace(personId, MASK);
    }
}
