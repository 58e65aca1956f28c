package jp.futari.eligibility.model;

/** 資格台帳: the enrolments of people. */
public interface Enrollments {

    /** The whole history of one person, locked against another writer until the transaction ends. */
    InsuredHistory of(String addresseeNo);

    void add(Enrollment enrollment);
}
