package jp.futari.demo.city;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EnrolmentStoriesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final List<EnrolmentStory> STORIES = EnrolmentStories.of(new City(CityPlan.usual(TODAY)));

    @Test
    @DisplayName("話は40あり、どの状態も、どの種類の届もある")
    void forty_stories_in_every_state() {
        then(STORIES).hasSize(40);
        then(STORIES.stream().map(EnrolmentStory::reach).collect(Collectors.toSet())).isEqualTo(EnumSet.allOf(EnrolmentStory.Reach.class));
        then(STORIES.stream().map(EnrolmentStory::trap).collect(Collectors.toSet())).isEqualTo(EnumSet.allOf(EnrolmentStory.Trap.class));
        then(STORIES.stream().map(story -> story.values().get("notificationKind")).collect(Collectors.toSet())).containsExactlyInAnyOrder("into-prefecture", "exclusion-ended", "inside-prefecture");
        then(STORIES).extracting(EnrolmentStory::household).doesNotHaveDuplicates();
        then(EnrolmentStories.of(new City(CityPlan.usual(TODAY)))).isEqualTo(STORIES);
    }

    @Test
    @DisplayName("はじめての人が番号まで入力できる届が、受け付ける前にも、受け付けた後にも、三つ以上ある")
    void a_newcomer_finds_notices_to_enter() {
        for (var reach : List.of(EnrolmentStory.Reach.NOT_STARTED, EnrolmentStory.Reach.WAITING_FOR_ENTRY)) {
            then(STORIES).filteredOn(story -> story.reach() == reach && story.values().containsKey("persons.0.personalNumber")).as(reach.label()).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    @DisplayName("どの日から始めても40の話がそろい、日付に無理がない")
    void any_day_will_do() {
        for (var day = TODAY; day.isBefore(TODAY.plusYears(1)); day = day.plusDays(23)) {
            var today = day;
            then(EnrolmentStories.of(new City(CityPlan.usual(today)))).hasSize(40).allSatisfy(story -> {
                var event = LocalDate.parse(story.values().get("eventOn"));
                var notified = LocalDate.parse(story.values().get("notifiedOn"));
                then(notified).isAfterOrEqualTo(event).isBeforeOrEqualTo(today);
                then(story.persons()).isNotEmpty();
                story.persons().forEach(person -> then(person.birthDate()).isBeforeOrEqualTo(event));
            });
        }
    }

    @Test
    @DisplayName("紙の番号は0000で始まり、話を文字にしても出ない")
    void numbers_are_invented_and_kept() {
        STORIES.forEach(story -> {
            story.values().forEach((key, value) -> {
                if (key.endsWith("personalNumber")) {
                    then(value).matches("0000\\d{8}");
                }
            });
            then(story.toString()).doesNotContain("0000");
            then(story.tale()).doesNotContain(story.household().head().name());
        });
        then(STORIES).filteredOn(story -> story.trap() == EnrolmentStory.Trap.NUMBER_OF_FAMILY_MEMBER).isNotEmpty()
                .allMatch(story -> story.values().get("persons.0.personalNumber").equals(story.values().get("persons.1.personalNumber")));
        then(STORIES).filteredOn(story -> story.trap() == EnrolmentStory.Trap.NUMBER_LEFT_BLANK).isNotEmpty().noneMatch(story -> story.values().containsKey("persons.0.personalNumber"));
    }
}
