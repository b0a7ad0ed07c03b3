// A case id is no deployment id, though both are 16 bytes.
// refusal: could not convert|cannot convert
#include "crypto/base/bytes.h"

parapet::CaseId use([[maybe_unused]] const parapet::DeploymentId& deployment,
                    const parapet::CaseId& case_id) {
#ifdef REFUSED
    return deployment;
#endif
    return case_id;
}
