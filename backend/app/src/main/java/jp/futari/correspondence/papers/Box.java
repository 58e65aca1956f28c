package jp.futari.correspondence.papers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.stream.Stream;

/** 枠: a region of a page as fractions of its width and height, from the upper left corner. */
public record Box(double x, double y, double width, double height) {

    public Box {
        boolean inside = x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= 1.0001 && y + height <= 1.0001;
        if (!inside) {
            throw new IllegalArgumentException("a box lies inside its page");
        }
    }

    @JsonCreator
    public static Box of(List<Double> numbers) {
        if (numbers.size() != 4) {
            throw new IllegalArgumentException("a box has four numbers");
        }
        return new Box(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }

    /** @param text {@code x,y,w,h} */
    public static Box parse(String text) {
        return of(Stream.of(text.split(",", -1)).map(Double::valueOf).toList());
    }

    @JsonValue
    public List<Double> numbers() {
        return List.of(x, y, width, height);
    }
}
