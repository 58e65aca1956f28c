package jp.futari.correspondence.model;

/**
 * 差出人: what every paper of this municipality says of itself.
 *
 * @param issuer        交付者名, e.g. みどり野市長
 * @param city          被告となる市町村の名
 * @param section       係 that answers questions
 * @param appealBody    whom one may ask for review: 国民健康保険審査会 of the prefecture (保険料), or the mayor (保険税)
 * @param appealMonths  審査請求の期間
 * @param lawsuitMonths 取消訴訟の期間
 */
public record Letterhead(String issuer, String city, String insurerNumber, String section, String phone, String appealBody, int appealMonths,
                         int lawsuitMonths) {
}
