package jp.futari.modelchecker;

/**
 * Where a process runs: called by which activity of which caller, up to the root. Called processes are laid out inside their callers.
 *
 * @param caller   path of the caller, null at the root
 * @param activity the call activity in the caller, null at the root
 */
record CallPath(CallPath caller, Node activity, ProcessModel process) {

    static CallPath root(ProcessModel process) {
        return new CallPath(null, null, process);
    }

    CallPath call(Node callActivity, ProcessModel called) {
        return new CallPath(this, callActivity, called);
    }

    /** Equal paths have equal lengths and end in the same activity: enough to tell them apart quickly. */
    @Override
    public int hashCode() {
        return 31 * System.identityHashCode(activity) + System.identityHashCode(process);
    }

    boolean isWithin(CallPath outer) {
        return equals(outer) || caller != null && caller.isWithin(outer);
    }

    /** Does the process run here already, as itself or as one of its callers? */
    boolean runs(ProcessModel wanted) {
        return process == wanted || caller != null && caller.runs(wanted);
    }

    CallPath root() {
        return caller == null ? this : caller.root();
    }
}
