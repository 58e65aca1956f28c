package jp.futari.access;

import java.util.Collection;
import java.util.List;
import jp.futari.audit.AuditEvent;
import jp.futari.audit.AuditTrail;
import jp.futari.shared.Refused;
import org.springframework.stereotype.Component;

/** 権限表: may this person do that to this? One file answers ({@code permissions.csv}); what it does not say is no. */
@Component
public class Permissions {

    private final PermissionTable table = PermissionTable.ofTheOffice();
    private final CurrentOfficer currentOfficer;
    private final Rights rights;
    private final AuditTrail audit;

    public Permissions(CurrentOfficer currentOfficer, Rights rights, AuditTrail audit) {
        this.currentOfficer = currentOfficer;
        this.rights = rights;
        this.audit = audit;
    }

    /** @throws Refused 401 when nobody is signed in, 403 {@code access.permission-missing} otherwise; the refusal is recorded */
    public void require(String action, String object) {
        if (!allowed(action, object)) {
            audit.recordApart(AuditEvent.refusal("access.permission").with("code", "access.permission-missing").with("object", object)
                    .with("action", action).build());
            throw Refused.forbidden("access.permission-missing");
        }
    }

    /** @throws Refused 401 when nobody is signed in */
    public boolean allowed(String action, String object) {
        return table.allows(rights.of(currentOfficer.get()).roles(), object, action);
    }

    /** What the navigation shows to someone with these roles. */
    public List<String> menuOf(Collection<String> roles) {
        return table.objectsWith("open").stream().filter(object -> table.allows(roles, object, "open")).toList();
    }
}
