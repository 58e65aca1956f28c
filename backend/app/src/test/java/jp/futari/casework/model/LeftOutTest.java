package jp.futari.casework.model;

import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jp.futari.Requirement;
import jp.futari.casework.model.FormSchema.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What was not written: one item for the blanks of each part of the form, one for the number of rows of a list. */
@Requirement({"MANUAL-01", "MANUAL-02"})
class LeftOutTest {

    private static final FormSchema FORM = FormSchema.of("ためし", "0", json("""
            {'components':[
              {'id':'Group_A','type':'group','label':'届出','components':[
                {'type':'jp-text','key':'reason','label':'理由','properties':{'verify':'compare'}},
                {'type':'jp-date','key':'lossOn','label':'喪失日','properties':{'verify':'reenter'},'conditional':{'hide':'=kind != "left"'}},
                {'type':'jp-text','key':'remarks','label':'連絡','properties':{'verify':'none'}}]},
              {'id':'List_P','type':'dynamiclist','path':'persons','label':'加入する人','components':[
                {'type':'jp-name','key':'name','label':'氏名','properties':{'verify':'compare'}},
                {'type':'jp-mynumber','key':'personalNumber','label':'個人番号','properties':{'verify':'reenter'}}]},
              {'id':'List_C','type':'dynamiclist','path':'certificates','label':'書類','properties':{'fixed':true},'components':[
                {'type':'jp-name','key':'name','label':'氏名','properties':{'verify':'system'}}]}]}"""));

    @Test
    @DisplayName("空欄のままの項目は、まとまりごとに1つにまとめて聞く")
    void blanks_of_a_part_are_one_item() {
        var left = LeftOut.of(FORM, (ObjectNode) json("{'kind':'left','persons':[{'name':'架空　太郎'},{'name':'架空　花子'}]}"));
        then(left).extracting(Answer::key).containsExactly("blanks-Group_A", "rows-persons", "blanks-persons");
        then(left.get(0).field().label()).isEqualTo("空欄のままの項目（届出）");
        then(left.get(0).value()).isEqualTo(json("['理由','喪失日']"));
        then(left.get(1).value().asInt()).isEqualTo(2);
        then(left.get(2).value()).isEqualTo(json("['個人番号（1人目）','個人番号（2人目）']"));
    }

    @Test
    @DisplayName("かくれている項目と、確認しない項目は、空欄でも聞かない。行のない一覧は、0行と聞く")
    void hidden_and_unchecked_fields_are_not_asked_but_an_empty_list_is() {
        var left = LeftOut.of(FORM, (ObjectNode) json("{'kind':'moved','reason':'転入'}"));
        then(left).extracting(Answer::key).containsExactly("rows-persons");
        then(left.get(0).value().asInt()).isZero();
    }

    @Test
    @DisplayName("項目と同じように、あとから名前でさがせる")
    void items_are_found_by_their_key() {
        then(FORM.answer((ObjectNode) json("{'reason':'転入'}"), "rows-persons")).isPresent();
        then(FORM.answer((ObjectNode) json("{'reason':'転入'}"), "blanks-Group_A")).isEmpty();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace("\"", "\\\"").replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
