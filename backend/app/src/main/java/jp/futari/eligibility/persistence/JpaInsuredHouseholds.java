package jp.futari.eligibility.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import jp.futari.eligibility.model.InsuredHousehold;
import jp.futari.eligibility.model.InsuredHouseholds;
import org.springframework.stereotype.Component;

@Component
class JpaInsuredHouseholds implements InsuredHouseholds {

    @PersistenceContext
    private EntityManager entities;

    @Override
    public Optional<InsuredHousehold> of(String householdNo) {
        return entities.createQuery("select h from InsuredHousehold h where h.householdNo = :no", InsuredHousehold.class)
                .setParameter("no", householdNo).getResultStream().findFirst();
    }

    @Override
    public void add(InsuredHousehold household) {
        entities.persist(household);
    }
}
