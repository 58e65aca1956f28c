package jp.futari.casework.model;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import jp.futari.Requirement;
import jp.futari.casework.model.FormSchema.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one look takes in: the fields of one box, but never so many that 同じ becomes a click. */
@Requirement({"MANUAL-01", "MANUAL-02"})
class ComparedTest {

    private static final String FORM = """
            {'properties':{'together':[{'id':'box','label':'枠','fields':[%s]}]},'components':[
              {'id':'Group_A','type':'group','label':'届出','components':[
                {'type':'jp-text','key':'a','label':'あ','properties':{'verify':'compare','evidence':'paper:1:0.1,0.1,0.1,0.1'}},
                {'type':'jp-text','key':'z','label':'ん','properties':{'verify':'compare','evidence':'paper:1:0.1,0.9,0.1,0.1'}},
                {'type':'jp-text','key':'b','label':'い','properties':{'verify':'compare','evidence':'paper:1:0.1,0.2,0.1,0.1'}},
                {'type':'jp-text','key':'far','label':'う','properties':{'verify':'compare','evidence':'paper:2:0.1,0.2,0.1,0.1'}},
                {'type':'jp-date','key':'blind','label':'日','properties':{'verify':'reenter','evidence':'paper:1:0.1,0.3,0.1,0.1'}},
                {'type':'jp-mynumber','key':'number','label':'番号','properties':{'verify':'compare','evidence':'paper:1:0.1,0.3,0.1,0.1'}}]},
              {'id':'List_P','type':'dynamiclist','path':'persons','label':'加入する人','properties':{'together':[
                  {'id':'row','label':'加入する人','fields':['name','kana','birthDate','sex','relationship','occupation']}]},'components':[
                {'type':'jp-name','key':'name','label':'氏名','properties':{'verify':'compare'}},
                {'type':'jp-kana','key':'kana','label':'フリガナ','properties':{'verify':'compare'}},
                {'type':'jp-date','key':'birthDate','label':'生年月日','properties':{'verify':'compare'}},
                {'type':'jp-text','key':'sex','label':'性別','properties':{'verify':'compare'}},
                {'type':'jp-text','key':'relationship','label':'続柄','properties':{'verify':'compare'}},
                {'type':'jp-text','key':'occupation','label':'職業','properties':{'verify':'compare'}}]}]}""";

    @Test
    @DisplayName("1つの枠の欄は1つの項目になり、はじめの欄の所に、書いてある順に並ぶ。書かなかったことは、おわりに1つ")
    void the_fields_of_a_box_are_one_item() {
        var form = form("'b','a'");
        var items = items(form, "{'a':'あ','z':'ん','b':'い','persons':[]}");
        then(items).extracting(Compared.Item::key).containsExactly("item-box", "z", "item-leftOut");
        then(keys(items.get(0))).containsExactly("b", "a");
        then(keys(items.get(2))).containsExactly("blanks-Group_A", "rows-persons");
        then(Compared.label(form, "item-box")).isEqualTo("枠");
        then(Compared.label(form, "item-leftOut")).isEqualTo("書かなかったこと");
        then(Compared.label(form, "z")).isEmpty();
        then(Compared.english(form, "item-box")).isNull();
        then(Compared.english(form, "item-leftOut")).isEqualTo("What was not written");
    }

    @Test
    @DisplayName("まとまりに1つしか書かれていなければ、その欄が項目になる")
    void a_group_of_one_is_the_field_itself() {
        then(items(form("'a','b'"), "{'b':'い','persons':[{'name':'架空　太郎'}]}")).extracting(Compared.Item::key).containsExactly("b", "persons.0.name", "item-leftOut");
    }

    @Test
    @DisplayName("氏名といっしょに見くらべるのは3つまで。あふれる欄は次の項目になる")
    void beside_a_name_stand_three_values_at_most() {
        var form = form("'a','b'");
        var items = items(form, "{'persons':[{'name':'架空　太郎','kana':'カクウ　タロウ','birthDate':'1990-01-01','sex':'male','relationship':'子','occupation':'なし'}]}");
        then(items).extracting(Compared.Item::key).containsExactly("persons.0.item-row", "persons.0.item-row-2", "item-leftOut");
        then(keys(items.get(0))).containsExactly("persons.0.name", "persons.0.kana", "persons.0.birthDate", "persons.0.sex");
        then(Compared.label(form, "persons.0.item-row-2")).isEqualTo("加入する人");
    }

    @Test
    @DisplayName("人ごとにべつの項目になり、2人の氏名が1つの項目に並ぶことはない")
    void each_row_has_its_own_item() {
        var items = items(form("'a','b'"), "{'persons':[{'name':'架空　太郎','sex':'male'},{'name':'架空　花子','sex':'female'}]}");
        then(items).extracting(Compared.Item::key).startsWith("persons.0.item-row", "persons.1.item-row");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'a','blind' | blind is not compared", "'a','number' | number is not compared", "'a','far' | one page", "'a','nothing' | nothing is no field",
            "'a','name' | name is no field", "'a' | two to 8 fields", "'a','a' | two groups"}, quoteCharacter = '"')
    @DisplayName("打ち直す欄、個人番号、べつの紙の欄、ない欄をまとめた様式は、サーバーが読まない")
    void a_form_that_hides_a_blind_field_in_a_group_is_not_read(String fields, String told) {
        thenThrownBy(() -> form(fields)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(told);
    }

    private static List<Compared.Item> items(FormSchema form, String values) {
        var written = form.answers((ObjectNode) json(values)).stream().filter(a -> !a.isEmpty() && "compare".equals(a.field().verify())).toList();
        return Compared.items(form, written, LeftOut.of(form, (ObjectNode) json(values)));
    }

    private static List<String> keys(Compared.Item item) {
        return item.answers().stream().map(Answer::key).toList();
    }

    private static FormSchema form(String fields) {
        return FormSchema.of("ためし", "0", json(FORM.formatted(fields)));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
