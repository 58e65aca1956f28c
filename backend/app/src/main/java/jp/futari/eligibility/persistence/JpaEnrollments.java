package jp.futari.eligibility.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jp.futari.eligibility.model.Enrollment;
import jp.futari.eligibility.model.Enrollments;
import jp.futari.eligibility.model.InsuredHistory;
import org.springframework.stereotype.Component;

@Component
class JpaEnrollments implements Enrollments {

    @PersistenceContext
    private EntityManager entities;

    @Override
    public InsuredHistory of(String addresseeNo) {
        lock(addresseeNo);
        return new InsuredHistory(addresseeNo, entities.createQuery(
                "select distinct e from Enrollment e left join fetch e.coverages where e.addresseeNo = :no order by e.insuredFrom", Enrollment.class)
                .setParameter("no", addresseeNo).getResultList());
    }

    /** Two decisions about one person wait for each other, so that the second sees what the first wrote. */
    private void lock(String addresseeNo) {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtext('enrollment'), hashtext(:no))", Integer.class).setParameter("no", addresseeNo).getSingleResult();
    }

    @Override
    public void add(Enrollment enrollment) {
        entities.persist(enrollment);
    }
}
