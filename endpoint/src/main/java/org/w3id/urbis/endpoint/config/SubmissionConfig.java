package org.w3id.urbis.endpoint.config;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Who may hand in and decide, beside those with a token.
 *
 * @param anonymous whether a file may be handed in without saying who one is
 * @param origins   origins whose pages may use {@code /submissions}; empty for this origin alone
 * @param openId    whose OpenID Connect tokens are accepted; empty for nobody's
 */
public record SubmissionConfig(boolean anonymous, Set<String> origins, Optional<OpenId> openId) {
    /** Copies the origins. */
    public SubmissionConfig {
        origins = Set.copyOf(origins);
    }

    /**
     * An issuer of OpenID Connect tokens.
     *
     * @param issuer    as the claim {@code iss} has it
     * @param audience  what the claim {@code aud} must hold
     * @param keys      where its keys are published
     * @param roleClaim the claim that holds the roles, with dots for claims within claims
     */
    public record OpenId(String issuer, String audience, URI keys, String roleClaim) {}

    static SubmissionConfig read(SettingSource from) {
        Optional<OpenId> openId = from.optional(Setting.OPENID_ISSUER)
                .map(issuer -> new OpenId(
                        from.trusted(Setting.OPENID_ISSUER).toString(),
                        from.text(Setting.OPENID_AUDIENCE),
                        from.trusted(Setting.OPENID_KEYS),
                        from.text(Setting.OPENID_ROLE_CLAIM)));
        return new SubmissionConfig(
                from.truth(Setting.ANONYMOUS_SUBMISSIONS), from.origins(Setting.SUBMISSION_ORIGINS), openId);
    }
}
