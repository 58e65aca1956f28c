package jp.futari.demo.e2e;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** 手はキーボードの上: works a desk without ever touching the mouse. */
final class Typist {

    private static final String FIELD = "document.activeElement.closest('[data-field]')?.dataset.field ?? ''";
    private static final String ITEM = "document.querySelector('[data-item][aria-current=step]')?.dataset.item ?? ''";
    /** Boxes of a list to tick, by their places: {@code boxes:1,9}. */
    static final String BOXES = "boxes:";
    private static final int MOST_KEYS = 120;
    private static final String WORK = ".*/(tasks|checks)/.*";
    private static final double PATIENCE = 8_000;

    private final Desk desk;
    private final Page page;
    private final Keyboard keys;

    Typist(Desk desk) {
        this.desk = desk;
        this.page = desk.page();
        this.keys = page.keyboard();
    }

    /** Goes to one of the lists by the navigation, and to the case's row by the arrows, and opens it. */
    void openFrom(String navigation, String caseNo) {
        tabTo("document.activeElement.closest('nav a')?.getAttribute('href') === '" + navigation + "'");
        keys.press("Enter");
        page.waitForURL(url -> url.contains(navigation));
        page.waitForSelector("[role=grid]");
        tabTo("document.activeElement.closest('[role=grid]') !== null");
        keys.press("Home");
        for (var tries = 0; tries < MOST_KEYS && !isShown(caseNo); tries++) {
            keys.press("ArrowDown");
            page.waitForTimeout(200);
        }
        for (var tries = 0; tries < MOST_KEYS && !page.url().matches(WORK); tries++) {
            keys.press("Enter");
            within(() -> page.waitForURL(url -> url.matches(WORK), new Page.WaitForURLOptions().setTimeout(PATIENCE)));
        }
        page.waitForURL(url -> url.matches(WORK));
    }

    /** On a busy machine a key may come while the page is being drawn again; a person sees that nothing happened, and presses it once more. */
    private static void within(Runnable wait) {
        try {
            wait.run();
        } catch (TimeoutError nothingHappened) {
            return;
        }
    }

    private boolean isShown(String caseNo) {
        var shown = page.locator("aside .mono").allInnerTexts();
        return shown.contains(caseNo);
    }

    /** Presses Tab until the condition holds. */
    void tabTo(String condition) {
        for (var tries = 0; tries < MOST_KEYS; tries++) {
            if (Boolean.TRUE.equals(page.evaluate(condition))) {
                return;
            }
            keys.press("Tab");
        }
        throw new AssertionError("not reached by Tab: " + condition);
    }

    void press(String key) {
        keys.press(key);
    }

    /** As someone does whose key came while the answer before it was still on its way. */
    void pressUntil(String key, String condition) {
        for (var tries = 0; tries < MOST_KEYS; tries++) {
            keys.press(key);
            page.waitForTimeout(250);
            if (Boolean.TRUE.equals(page.evaluate(condition))) {
                return;
            }
        }
        throw new AssertionError(key + " does nothing");
    }

    void type(String text) {
        keys.type(text);
    }

    /** 受付をはじめる, from anywhere in a list. */
    void startReception(String channel) {
        page.waitForSelector("main kbd:has-text('F2')");
        page.waitForTimeout(500);   // the keys answer once the page stands
        keys.press("F2");
        page.waitForURL(url -> url.endsWith("/cases/new"));
        page.waitForSelector("input[type=radio]");
        tabTo("(document.activeElement.closest('label')?.innerText ?? '').includes('" + channel + "') || (document.activeElement.type === 'radio' && document.activeElement.name.endsWith('channel'))");
        keys.press("Space");
        keys.press("F12");
        page.waitForURL(url -> url.contains("/tasks/"));
    }

    /**
     * Types what is given for the field in focus and goes on with Enter, to the main button.
     *
     * @param lookups fields whose candidates are opened with F4 and taken
     */
    void fill(Map<String, String> typed, Set<String> lookups) {
        page.waitForFunction("() => " + FIELD + " !== ''");
        var last = "";
        for (var tries = 0; tries < MOST_KEYS; tries++) {
            var field = (String) page.evaluate(FIELD);
            if (field.isEmpty()) {
                return;
            }
            if (field.equals(last)) {
                keys.press("Tab");   // a list of boxes, a text area: Enter belongs to them
            } else {
                answer(field, typed.get(field), lookups.contains(field));
            }
            last = field;
        }
        throw new AssertionError("the form has no end");
    }

    private void answer(String field, String text, boolean lookup) {
        if (text != null && text.startsWith(BOXES)) {
            tick(text.substring(BOXES.length()));
        } else if (text != null) {
            keys.type(text);
        }
        if (lookup) {
            keys.press("F4");
            page.waitForSelector("[role=listbox] [role=option]");
        }
        keys.press("Enter");
        page.waitForTimeout(60);
    }

    /** Ticks boxes of a list by their place, from the first. */
    private void tick(String places) {
        var at = 1;
        for (var place : places.split(",")) {
            for (; at < Integer.parseInt(place); at++) {
                keys.press("Tab");
            }
            keys.press("Space");
        }
    }

    /** Answers each item as it comes up: blind ones typed, the others 同じ; until none is left. */
    void answerAll(Function<String, String> blind) {
        for (var tries = 0; tries < MOST_KEYS; tries++) {
            // between the last blind item and the first to compare nothing is open, while the answer is on its way
            page.waitForFunction("() => document.querySelector('[data-item]') !== null && ((" + ITEM + ") !== '' || document.querySelector('[data-attempt]') === null)");
            var item = (String) page.evaluate(ITEM);
            if (item.isEmpty()) {
                return;
            }
            answerOne(item, blind);
            within(() -> page.waitForFunction("before => (" + ITEM + ") !== before || document.querySelector('[data-item=\"' + CSS.escape(before) + '\"]').innerText.includes('同じではありません')", item,
                    new Page.WaitForFunctionOptions().setTimeout(PATIENCE)));
        }
        throw new AssertionError("the check has no end");
    }

    void answerOne(String item, Function<String, String> blind) {
        var box = page.locator("[data-item='" + item + "'] [data-attempt] input");
        if (box.count() > 0) {
            page.waitForFunction("() => document.activeElement.closest('[data-attempt]') !== null");
            keys.press("Control+a");
            keys.type(blind.apply(item));
            keys.press("Enter");
        } else {
            page.waitForSelector("[data-item='" + item + "'] [role=group] button");
            pressUntil("Alt+1", "(" + ITEM + ") !== '" + item + "'");
        }
    }

    /** 確認へ回す, 確認を終える: and waits until the work is gone from here. */
    void send() {
        var here = page.url();
        keys.press("F12");
        page.waitForURL(url -> !url.equals(here));
    }

    Desk desk() {
        return desk;
    }
}
