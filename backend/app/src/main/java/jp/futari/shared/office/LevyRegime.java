package jp.futari.shared.office;

import com.fasterxml.jackson.annotation.JsonProperty;

/** 料・税の別: a city collects 保険料 or 保険税; limits, bases and words follow from it (law.md 0-1). */
public enum LevyRegime {
    @JsonProperty("fee") FEE("保険料", 2, "法110条の2"),
    @JsonProperty("tax") TAX("保険税", 3, "地方税法17条の5");

    private final String word;
    private final int yearsToDecide;
    private final String article;

    LevyRegime(String word, int yearsToDecide, String article) {
        this.word = word;
        this.yearsToDecide = yearsToDecide;
        this.article = article;
    }

    public String word() {
        return word;
    }

    /** 賦課決定の期間制限 in years. */
    public int yearsToDecide() {
        return yearsToDecide;
    }

    public String article() {
        return article;
    }
}
