package jp.futari.demo.city;

import java.util.Iterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** 架空の市: households in line until there are enough residents. Nothing is kept in memory; the same plan gives the same city every time. */
public final class City {

    private final CityPlan plan;

    public City(CityPlan plan) {
        this.plan = plan;
    }

    public CityPlan plan() {
        return plan;
    }

    public Stream<CityHousehold> households() {
        Iterable<CityHousehold> line = InLine::new;
        return StreamSupport.stream(line.spliterator(), false);
    }

    public Stream<CityPerson> residents() {
        return households().flatMap(household -> household.members().stream()).map(CityHousehold.Member::person);
    }

    private final class InLine implements Iterator<CityHousehold> {
        private int household;
        private int persons;

        @Override
        public boolean hasNext() {
            return persons < plan.residents();
        }

        @Override
        public CityHousehold next() {
            if (!hasNext()) {
                throw new java.util.NoSuchElementException();
            }
            var made = new HouseholdMaker(plan, household++, persons).make();
            persons += made.members().size();
            return made;
        }
    }
}
