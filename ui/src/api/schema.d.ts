// Made by `npm run types` from the server's description of itself. Do not edit.

export interface paths {
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Session
         * @description Who is logged in (`user` is null when nobody is), and whether the first administrator is still to be made.
         */
        get: operations["get_session_api_session_get"];
        put?: never;
        /** Log In */
        post: operations["log_in_api_session_post"];
        /** Log Out */
        delete: operations["log_out_api_session_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/first-admin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make First Admin
         * @description Exchange the printed one-time link for an administrator's account, and log in.
         */
        post: operations["make_first_admin_api_first_admin_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List People
         * @description The names that a problem or an action can be given to.
         */
        get: operations["list_people_api_people_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Roles */
        get: operations["list_roles_api_roles_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Users */
        get: operations["list_users_api_users_get"];
        put?: never;
        /** Create User */
        post: operations["create_user_api_users_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change User */
        patch: operations["change_user_api_users__user_id__patch"];
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Me
         * @description Own name and language; a new password needs the old one.
         */
        patch: operations["change_me_api_me_patch"];
        trace?: never;
    };
    "/api/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tokens
         * @description One's own access tokens, the newest first. everyone: those of all users, for who administers accounts.
         */
        get: operations["list_tokens_api_tokens_get"];
        put?: never;
        /**
         * Create Token
         * @description Make an access token. The answer holds its secret, which is never shown again.
         */
        post: operations["create_token_api_tokens_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens/{token_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke Token
         * @description End an access token: one's own, or anybody's for who administers accounts.
         */
        delete: operations["revoke_token_api_tokens__token_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Audit
         * @description Who changed what, and when; newest first.
         */
        get: operations["list_audit_api_audit_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/explain/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Choices
         * @description What a figure can be compared with; a comparison that cannot work says why.
         */
        get: operations["list_choices_api_explain_choices_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Explain Figure
         * @description The slices behind a change of a count, or the mix and rate effect of a mean, with charts.
         */
        post: operations["explain_figure_api_explain_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Forecast
         * @description Every slice and all together with 80 % prediction intervals; not available while there is too little history.
         */
        get: operations["show_forecast_api_forecast_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forecast/staffing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Staffing
         * @description What becomes of a team's queue with so many people more or fewer.
         */
        get: operations["show_staffing_api_forecast_staffing_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload File
         * @description Take a file in the field `file` of a form. It is written to the disk as it comes, after the person is known.
         */
        post: operations["upload_file_api_uploads_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads/{upload_id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview Upload
         * @description The file as an import would take it: what every column is taken for and why, first rows, and their problems.
         */
        get: operations["preview_upload_api_uploads__upload_id__preview_get"];
        put?: never;
        /**
         * Preview Upload As
         * @description The same with a mapping that is not saved yet, to see what it would do.
         */
        post: operations["preview_upload_as_api_uploads__upload_id__preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/uploads/{upload_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Drop Upload */
        delete: operations["drop_upload_api_uploads__upload_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Fields
         * @description What a column may be mapped to, by the fact that its table holds.
         */
        get: operations["list_fields_api_fields_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Sources
         * @description Where files came from, and which of these fell silent.
         */
        get: operations["list_sources_api_sources_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Mapping
         * @description The mapping that is saved for a source.
         */
        get: operations["show_mapping_api_sources__source__mapping_get"];
        /**
         * Save Mapping
         * @description Keep a mapping for the next file of a source.
         */
        put: operations["save_mapping_api_sources__source__mapping_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Batches
         * @description Imports, the newest first.
         */
        get: operations["list_batches_api_batches_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Batch
         * @description One import.
         */
        get: operations["show_batch_api_batches__batch_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch_id}/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Problems
         * @description What was wrong with the rows of an import, line by line.
         */
        get: operations["list_problems_api_batches__batch_id__problems_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Quality
         * @description Rules that rows broke, how far fields are filled, and silences of sources.
         */
        get: operations["show_quality_api_quality_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Articles
         * @description Articles, the newest first. q: words that one of their texts must hold.
         */
        get: operations["list_articles_api_articles_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{article_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show Article */
        get: operations["show_article_api_articles__article_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Edit Article */
        patch: operations["edit_article_api_articles__article_id__patch"];
        trace?: never;
    };
    "/api/articles/{article_id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish Article */
        post: operations["publish_article_api_articles__article_id__publish_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{article_id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retire Article */
        post: operations["retire_article_api_articles__article_id__retire_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/similar-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Similar Cases
         * @description Resolved cases most like a ticket (from before it) or a problem, the most similar first.
         */
        get: operations["list_similar_cases_api_similar_cases_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Problems
         * @description Problems, the newest first. q: words that title or description must hold.
         */
        get: operations["list_problems_api_problems_get"];
        put?: never;
        /** Create Problem */
        post: operations["create_problem_api_problems_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/problems/{problem_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show Problem */
        get: operations["show_problem_api_problems__problem_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Edit Problem */
        patch: operations["edit_problem_api_problems__problem_id__patch"];
        trace?: never;
    };
    "/api/problems/{problem_id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move Problem */
        post: operations["move_problem_api_problems__problem_id__move_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/problems/{problem_id}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Link Tickets */
        patch: operations["link_tickets_api_problems__problem_id__tickets_patch"];
        trace?: never;
    };
    "/api/problems/{problem_id}/causes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add Cause */
        post: operations["add_cause_api_problems__problem_id__causes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/problems/{problem_id}/causes/{cause_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm Cause */
        post: operations["confirm_cause_api_problems__problem_id__causes__cause_id__confirm_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/problems/{problem_id}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add Action */
        post: operations["add_action_api_problems__problem_id__actions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Actions
         * @description Actions with their verdicts, in the order in which they started.
         */
        get: operations["list_actions_api_actions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/actions/{action_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show Action */
        get: operations["show_action_api_actions__action_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/actions/{action_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel Action */
        post: operations["cancel_action_api_actions__action_id__cancel_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/process": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Map
         * @description The directly-follows graph, where tickets wait, and the variants that they take.
         */
        get: operations["show_map_api_process_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/process/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Handovers
         * @description Which team hands tickets to which, and what comes of it.
         */
        get: operations["show_handovers_api_process_handovers_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/process/ping-pong": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Ping Pong
         * @description Tickets that return to a team that had them, and the hours that this costs.
         */
        get: operations["show_ping_pong_api_process_ping_pong_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/process/slow-tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Slow Tickets
         * @description What sets the slowest tickets apart.
         */
        get: operations["show_slow_tickets_api_process_slow_tickets_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/process/conformance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Conformance
         * @description Do tickets follow the reference model, and where do they leave it?
         */
        get: operations["show_conformance_api_process_conformance_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/process/edges/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tickets Of Edge
         * @description The tickets that went directly from one step to another, the longest wait first.
         */
        get: operations["list_tickets_of_edge_api_process_edges_tickets_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/process/variants/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tickets Of Variant
         * @description The tickets that went exactly through these steps, those that took longest first.
         */
        get: operations["list_tickets_of_variant_api_process_variants_tickets_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/process/steps/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tickets Of Step
         * @description The tickets in which a step occurs, those with most occurrences first.
         */
        get: operations["list_tickets_of_step_api_process_steps_tickets_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/process/deviations/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tickets Of Deviation
         * @description The tickets of one deviation from the reference model, those that took longest first.
         */
        get: operations["list_tickets_of_deviation_api_process_deviations_tickets_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/process/remaining-time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Open Tickets At Risk
         * @description Open tickets that are likeliest to pass their limit, and the remaining time of each.
         */
        get: operations["list_open_tickets_at_risk_api_process_remaining_time_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/process/remaining-time/{ticket_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Remaining Time
         * @description The remaining time of one open ticket, and what it is estimated from; or why it is not known.
         */
        get: operations["show_remaining_time_api_process_remaining_time__ticket_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/process/reference-model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Reference Model
         * @description The reference model in force: stated by a person, or derived from the most frequent variants.
         */
        get: operations["show_reference_model_api_process_reference_model_get"];
        /**
         * Set Reference Model
         * @description Put a stated reference model in force.
         */
        put: operations["set_reference_model_api_process_reference_model_put"];
        post?: never;
        /**
         * Clear Reference Model
         * @description Take the stated reference model back; the derived one is in force again.
         */
        delete: operations["clear_reference_model_api_process_reference_model_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Metrics */
        get: operations["list_metrics_api_metrics_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show Metric */
        get: operations["show_metric_api_metrics__key__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dimensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Dimensions */
        get: operations["list_dimensions_api_dimensions_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dimensions/{key}/values": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Values */
        get: operations["list_values_api_dimensions__key__values_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask */
        post: operations["ask_api_questions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questions/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show Rows */
        post: operations["show_rows_api_questions_rows_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reliability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Groups
         * @description All models, batches or versions with their failures, and the excess failures of one against its peers.
         */
        get: operations["list_groups_api_reliability_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reliability/life": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Life
         * @description Life table of one group, age of onset, fitted Weibull life, and failures to come.
         */
        get: operations["show_life_api_reliability_life_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Reports
         * @description Reports, the newest first.
         */
        get: operations["list_reports_api_reports_get"];
        put?: never;
        /** Create Report */
        post: operations["create_report_api_reports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{report_id}/html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Html */
        get: operations["read_html_api_reports__report_id__html_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{report_id}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read Pdf */
        get: operations["read_pdf_api_reports__report_id__pdf_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{report_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove Report */
        delete: operations["remove_report_api_reports__report_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Tickets
         * @description Tickets that hold every word of `q` and meet all filters. sort: a column, with `-` for falling.
         *
         *     counted_in: a metric; only the tickets that its figure counts.
         */
        get: operations["list_tickets_api_tickets_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Ticket
         * @description One ticket with its steps, labels, other reports of the incident, and repeats.
         */
        get: operations["show_ticket_api_tickets__ticket_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tickets/{ticket_id}/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct Label
         * @description Set a label right; the correction outlives any rebuild.
         */
        patch: operations["correct_label_api_tickets__ticket_id__labels_patch"];
        trace?: never;
    };
    "/api/taxonomy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Taxonomy
         * @description Categories, faults, severities and kinds, with the words that tell of them.
         */
        get: operations["show_taxonomy_api_taxonomy_get"];
        /**
         * Save Taxonomy
         * @description Save a new version, and label all tickets by it in a job of its own.
         */
        put: operations["save_taxonomy_api_taxonomy_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/label-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Label Tickets
         * @description Fill blank labels, set priorities and link duplicates, as a job; what sources gave and people decided stays.
         */
        post: operations["label_tickets_api_label_runs_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Topics
         * @description All topics, most tickets first, with growth and picture.
         */
        get: operations["list_topics_api_topics_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/topic-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find Topics
         * @description Find topics anew in a job; known ones keep number and name unless `fresh`.
         */
        post: operations["find_topics_api_topic_runs_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/topics/trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Trends
         * @description Topics and phrases against the period before.
         */
        get: operations["list_trends_api_topics_trends_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/topics/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Topic
         * @description One topic: the values that distinguish it, and tickets that represent it.
         */
        get: operations["show_topic_api_topics__number__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename Topic
         * @description Give the topic another name.
         */
        patch: operations["rename_topic_api_topics__number__patch"];
        trace?: never;
    };
    "/api/topics/{number}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge Topic
         * @description Merge the topic into another one, which is returned.
         */
        post: operations["merge_topic_api_topics__number__merge_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/topics/{number}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Split Topic
         * @description Divide the topic; both parts are returned.
         */
        post: operations["split_topic_api_topics__number__split_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Signals
         * @description Signals of a state, most evidence first.
         */
        get: operations["list_signals_api_signals_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Rules
         * @description What every scan tests, and the budget of false alarms per week.
         */
        get: operations["list_rules_api_rules_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signals/{signal_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Signal
         * @description One signal with its evidence and newest tickets.
         */
        get: operations["show_signal_api_signals__signal_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signals/{signal_id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dismiss Signal
         * @description Take a signal off the list, with the reason.
         */
        post: operations["dismiss_signal_api_signals__signal_id__dismiss_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signals/{signal_id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Snooze Signal
         * @description Put a signal aside until a day.
         */
        post: operations["snooze_signal_api_signals__signal_id__snooze_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signals/{signal_id}/rebaseline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rebaseline Signal
         * @description Accept the new level as the baseline, from the signal's first day on.
         */
        post: operations["rebaseline_signal_api_signals__signal_id__rebaseline_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signals/{signal_id}/problem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make Problem
         * @description A problem of the signal's slice and metric, with the strongest suspects as its first causes.
         */
        post: operations["make_problem_api_signals__signal_id__problem_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signals/{signal_id}/batch-or-field": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Batch Or Field
         * @description A bad batch, or a change in the field? By when units were made, and by when failures were reported.
         */
        get: operations["show_batch_or_field_api_signals__signal_id__batch_or_field_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signals/{signal_id}/control": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Control Charts
         * @description The time series of a signal as control charts, by method.
         */
        get: operations["show_control_charts_api_signals__signal_id__control_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/track-record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show Record
         * @description The last replay, whether one is possible, and what people made of the signals so far.
         */
        get: operations["show_record_api_track_record_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start Replay
         * @description Replay the last year in a job.
         */
        post: operations["start_replay_api_replays_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make Demo
         * @description Fill an empty workspace with an invented company. Where it is already there, nothing is done.
         */
        post: operations["make_demo_api_demo_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start Import
         * @description Bring an upload in, as a job.
         */
        post: operations["start_import_api_imports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/batches/{batch_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo Batch
         * @description Take an import out again; what it had replaced comes back.
         */
        post: operations["undo_batch_api_batches__batch_id__undo_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rebuilds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rebuild Warehouse
         * @description Make the warehouse anew from the original files, as a job; rows by fact.
         */
        post: operations["rebuild_warehouse_api_rebuilds_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Health
         * @description Answers whoever asks: a load balancer has no login.
         */
        get: operations["get_health_api_health_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/installation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Installation
         * @description What every page says beside its figures, for those as well who may not read the settings.
         */
        get: operations["get_installation_api_installation_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Settings
         * @description Every setting. A value is hidden unless it is named as shown.
         */
        get: operations["list_settings_api_settings_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/doctor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Examine
         * @description Is the installation sound, and what is to be done?
         */
        get: operations["examine_api_doctor_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Description */
        get: operations["get_description_api_openapi_json_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Jobs
         * @description The jobs, newest first.
         */
        get: operations["list_jobs_api_jobs_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Job */
        get: operations["get_job_api_jobs__job_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{job_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Job
         * @description Cancel a job: one's own, or any for who may change settings.
         */
        post: operations["cancel_job_api_jobs__job_id__cancel_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stream Events
         * @description Server-sent events: `job` with the job's JSON at each change, and a comment as heartbeat.
         *
         *     The stream ends with the session or the access token that it was asked for with.
         */
        get: operations["stream_events_api_events_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start Scan
         * @description Scan all slices now, as every night.
         */
        post: operations["start_scan_api_scans_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/actions/{action_id}/judge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Judge Action
         * @description The verdict as of today. It is kept when it is final; before that it says from which date on it will be.
         */
        post: operations["judge_action_api_actions__action_id__judge_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/verdicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Judge Due Actions
         * @description Judge all actions whose day has come, and reopen what did not hold, as a job: outcomes by action, problems.
         */
        post: operations["judge_due_actions_api_verdicts_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AccessTokenResponse
         * @description An access token without its secret.
         *
         *     shown: how it begins; permissions: the most that it may do; effective: what it may do now, as its owner's role allows.
         */
        AccessTokenResponse: {
            /** Id */
            id: string;
            /** Shown */
            shown: string;
            /** Name */
            name: string;
            owner: components["schemas"]["NamedPerson"];
            /** Permissions */
            permissions: string[];
            /** Effective */
            effective: string[];
            /**
             * State
             * @enum {string}
             */
            state: "active" | "expired" | "revoked";
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Last Used At */
            last_used_at: string | null;
            /** Revoked At */
            revoked_at: string | null;
        };
        /** ActionCancelled */
        ActionCancelled: {
            /** Action Id */
            action_id: string | null;
            /** Title */
            title: string;
            /** Reason */
            reason: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "action_cancelled";
        };
        /**
         * ActionRequest
         * @description Only comparison and cost may be left out; everything that is missing is named in one refusal.
         */
        ActionRequest: {
            /** Title */
            title?: string | null;
            /** Owner */
            owner?: string | null;
            /** Due */
            due?: string | null;
            /** Metric */
            metric?: string | null;
            /** Where */
            where?: {
                [key: string]: string[];
            } | null;
            /** Comparison */
            comparison?: {
                [key: string]: string[];
            } | null;
            /** Direction */
            direction?: ("lower" | "higher") | null;
            /** Target */
            target?: number | null;
            /** Start */
            start?: string | null;
            /** Window Weeks */
            window_weeks?: number | null;
            /** Cost */
            cost?: string | null;
        };
        /**
         * ActionResponse
         * @description An action with its plan and, once it is judged, its verdict. cancelled: the reason for which it was given up.
         */
        ActionResponse: {
            /** Id */
            id: string;
            /** Problem Id */
            problem_id: string;
            /** Title */
            title: string;
            /** Owner */
            owner: string;
            /** Owner Name */
            owner_name: string | null;
            /**
             * Due
             * Format: date
             */
            due: string;
            /** Metric */
            metric: string;
            /** Where */
            where: {
                [key: string]: string[];
            };
            /** Comparison */
            comparison: {
                [key: string]: string[];
            } | null;
            /**
             * Direction
             * @enum {string}
             */
            direction: "lower" | "higher";
            /** Target */
            target: number;
            /**
             * Start
             * Format: date
             */
            start: string;
            /** Window Weeks */
            window_weeks: number;
            /** Cost */
            cost: string | null;
            /**
             * Judge On
             * Format: date
             */
            judge_on: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /**
             * State
             * @enum {string}
             */
            state: "planned" | "running" | "judged" | "cancelled";
            /** Cancelled */
            cancelled: string | null;
            verdict: components["schemas"]["VerdictResponse"] | null;
        };
        /**
         * ActionSaved
         * @description target: ratio aimed at. compared: whether the plan names a comparison slice. judge_on: date of the verdict.
         */
        ActionSaved: {
            /** Action Id */
            action_id: string | null;
            /** Title */
            title: string;
            /** Target */
            target: number;
            /**
             * Start
             * Format: date
             */
            start: string;
            /** Window Weeks */
            window_weeks: number;
            /** Compared */
            compared: boolean;
            /**
             * Judge On
             * Format: date
             */
            judge_on: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "action_saved";
        };
        /**
         * AgeOnsetResponse
         * @description The age at which failures begin: from `months` in service on they are `ratio` times as frequent as before.
         */
        AgeOnsetResponse: {
            /** Months */
            months: number;
            /** Ratio */
            ratio: number;
            sentence: components["schemas"]["Words-Output"];
        };
        /**
         * AgeRow
         * @description One row of the life table: months in service, first failures, units at risk, rate, share without failure.
         */
        AgeRow: {
            /** Age */
            age: number;
            /** Failed */
            failed: number | null;
            /** At Risk */
            at_risk: number | null;
            /** Rate */
            rate: number | null;
            rate_interval: components["schemas"]["Interval"];
            /** Survival */
            survival: number | null;
            survival_interval: components["schemas"]["Interval"];
        };
        /**
         * AnswerCell
         * @description One cell of the cut. at: the value of each cut, None for unknown; days as their ISO date.
         */
        AnswerCell: {
            /** Value */
            value: number | null;
            /** Unit */
            unit: string;
            interval: components["schemas"]["Interval"] | null;
            /** N */
            n: number;
            /** Metric */
            metric: string;
            /** At */
            at: {
                [key: string]: string | number | null;
            };
            /** Numerator */
            numerator: number;
            /** Denominator */
            denominator: number | null;
            /** Incomplete */
            incomplete: boolean;
            compare: components["schemas"]["FigureChange"] | null;
            /** Share */
            share: number | null;
            /**
             * Assessment
             * @enum {string}
             */
            assessment: "worse" | "better" | "same" | "unknown";
        };
        /**
         * AnswerResponse
         * @description Everything that a page needs to show an answer. totals: the uncut figure of each metric.
         */
        AnswerResponse: {
            /** Metrics */
            metrics: components["schemas"]["MetricBrief"][];
            /** Cells */
            cells: components["schemas"]["AnswerCell"][];
            /** Totals */
            totals: {
                [key: string]: components["schemas"]["AnswerCell"];
            };
            /** Cuts */
            cuts: components["schemas"]["Titled"][];
            period: components["schemas"]["DateRange"] | null;
            /** Data Until */
            data_until: string | null;
            /** Grain */
            grain: ("day" | "week" | "month" | "quarter" | "year") | null;
            /** Definition */
            definition: string;
            /** Caveats */
            caveats: components["schemas"]["Words-Output"][];
            /** Sql */
            sql: string;
            /** Took Ms */
            took_ms: number;
            chart: components["schemas"]["ChartSpec"] | null;
        };
        /**
         * ArticlePatch
         * @description Texts to change; what is left out stays. The effect stays as it was measured.
         */
        ArticlePatch: {
            /** Title */
            title?: string | null;
            /** Symptom */
            symptom?: string | null;
            /** Cause */
            cause?: string | null;
            /** Fix */
            fix?: string | null;
        };
        /**
         * ArticleResponse
         * @description An article. effect: as it was measured. by, at: who proposed or last edited it, and when.
         */
        ArticleResponse: {
            /** Id */
            id: string;
            /** Title */
            title: string;
            /** Problem Id */
            problem_id: string;
            /** Symptom */
            symptom: string;
            /** Cause */
            cause: string;
            /** Fix */
            fix: string;
            effect: components["schemas"]["Words-Output"];
            /**
             * State
             * @enum {string}
             */
            state: "proposed" | "published" | "retired";
            /** By */
            by: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Reviewed By */
            reviewed_by: string | null;
            /** Reviewed At */
            reviewed_at: string | null;
        };
        /**
         * AtRiskTicketResponse
         * @description An open ticket. late_probability: that it is still open at its limit, `resolution_due_at`.
         *
         *     median_hours and interval: of the remaining time, in hours; null where the record does not reach so far.
         */
        AtRiskTicketResponse: {
            /** Ticket Id */
            ticket_id: string;
            /** Source */
            source: string;
            /** Channel */
            channel: string | null;
            /** Kind */
            kind: string | null;
            /** Created At */
            created_at: string | null;
            /** Title */
            title: string | null;
            /** Product */
            product: string | null;
            /** Model */
            model: string | null;
            /** Version */
            version: string | null;
            /** Province */
            province: string | null;
            /** Category */
            category: string | null;
            /** Fault */
            fault: string | null;
            /** Severity */
            severity: string | null;
            /** Priority */
            priority: string | null;
            /** Team */
            team: string | null;
            /** Agent */
            agent: string | null;
            /** Status */
            status: string | null;
            /** Resolved At */
            resolved_at: string | null;
            /** Duplicate Of */
            duplicate_of: string | null;
            /** Problem Id */
            problem_id: string | null;
            /** Excerpt */
            excerpt: string | null;
            /**
             * Resolution Due At
             * Format: date-time
             */
            resolution_due_at: string;
            /** Late Probability */
            late_probability: number;
            /** Median Hours */
            median_hours: number | null;
            interval: components["schemas"]["Interval"];
        };
        /**
         * AuditLineResponse
         * @description A request that may have changed something. token: the access token that was used, made or revoked.
         */
        AuditLineResponse: {
            /** Id */
            id: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Login */
            login: string | null;
            /** What */
            what: string;
            /** Status */
            status: number;
            /** Address */
            address: string;
            /** Token */
            token: string | null;
        };
        /** Band */
        Band: {
            /** Low */
            low: (number | null)[];
            /** High */
            high: (number | null)[];
        };
        /**
         * BatchOrFieldAnswer
         * @description Whether a batch or a change in the field explains a signal; None without units, fault or enough failures.
         */
        BatchOrFieldAnswer: {
            batch_or_field: components["schemas"]["BatchOrFieldResponse"] | null;
        };
        /**
         * BatchOrFieldResponse
         * @description Failures by batch and by month of report, and which of both explains the rise.
         */
        BatchOrFieldResponse: {
            /**
             * Conclusion
             * @enum {string}
             */
            conclusion: "production" | "field" | "unclear";
            sentence: components["schemas"]["Words-Output"];
            production: components["schemas"]["ChartSpec"];
            reported: components["schemas"]["ChartSpec"];
        };
        /**
         * BatchResponse
         * @description One import of one file. facts: rows that it brought to each fact.
         */
        BatchResponse: {
            /** Id */
            id: string;
            /** Source */
            source: string;
            /** File */
            file: string;
            /** Sha256 */
            sha256: string;
            /** Connector */
            connector: string;
            state: components["schemas"]["BatchState"];
            /** By */
            by: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Rows */
            rows: number;
            /** Tickets */
            tickets: number;
            /** Events */
            events: number;
            /** Problems */
            problems: number;
            /** Facts */
            facts: {
                [key: string]: number;
            };
            /** Undone At */
            undone_at: string | null;
        };
        /**
         * BatchResult
         * @description What an import came to. `unchanged`: the file had been imported before, as this batch.
         *
         *     left_out: which rows are in which figure not; None where all are in all.
         */
        BatchResult: {
            /** Batch */
            batch: string;
            /** Rows */
            rows: number;
            /** Tickets */
            tickets: number;
            /** Events */
            events: number;
            /** Problems */
            problems: number;
            /**
             * Unchanged
             * @default false
             */
            unchanged: boolean;
            /**
             * Columns
             * @default []
             */
            columns: components["schemas"]["ColumnNote"][];
            left_out: components["schemas"]["Words-Output"] | null;
        };
        /**
         * BatchState
         * @description What became of a batch.
         * @enum {string}
         */
        BatchState: "running" | "done" | "failed" | "undone";
        /**
         * CalendarEvent
         * @description A holiday or sale that the days to come lie in.
         */
        CalendarEvent: {
            title: components["schemas"]["Words-Output"];
            period: components["schemas"]["DateRange"];
        };
        /** CancelRequest */
        CancelRequest: {
            /** Reason */
            reason: string;
        };
        /**
         * CategoryForm
         * @description A family of faults; kind: what its tickets mostly are.
         */
        "CategoryForm-Input": {
            /** Key */
            key: string;
            title: components["schemas"]["Words-Input"];
            /** Kind */
            kind: string;
            /** Faults */
            faults: components["schemas"]["FaultForm-Input"][];
        };
        /**
         * CategoryForm
         * @description A family of faults; kind: what its tickets mostly are.
         */
        "CategoryForm-Output": {
            /** Key */
            key: string;
            title: components["schemas"]["Words-Output"];
            /** Kind */
            kind: string;
            /** Faults */
            faults: components["schemas"]["FaultForm-Output"][];
        };
        /** CauseConfirmed */
        CauseConfirmed: {
            /** Text */
            text: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "cause_confirmed";
        };
        /** CauseRequest */
        CauseRequest: {
            /** Text */
            text: string;
            /**
             * Grade
             * @default guess
             * @enum {string}
             */
            grade: "guess" | "correlated" | "tested" | "confirmed";
            /** Evidence */
            evidence?: string[];
        };
        /**
         * CauseResponse
         * @description A cause with the grade of its evidence.
         */
        CauseResponse: {
            /** Id */
            id: string;
            /** Text */
            text: string;
            /**
             * Grade
             * @enum {string}
             */
            grade: "guess" | "correlated" | "tested" | "confirmed";
            grade_title: components["schemas"]["Words-Output"];
            /** Evidence */
            evidence: string[];
            /** By */
            by: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /** CauseStated */
        CauseStated: {
            /**
             * Grade
             * @enum {string}
             */
            grade: "guess" | "correlated" | "tested" | "confirmed";
            /** Text */
            text: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "cause_stated";
        };
        /**
         * ChartSpec
         * @description What to draw; see `Kind` for how. All texts in both languages.
         */
        ChartSpec: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "trend" | "ranking" | "heat" | "map" | "kpi" | "bars" | "waterfall" | "mixrate" | "verdict" | "signal" | "table" | "topics" | "pareto" | "tree";
            title: components["schemas"]["Words-Output"];
            subtitle: components["schemas"]["Words-Output"];
            unit: components["schemas"]["Words-Output"];
            /**
             * Unit Key
             * @default
             */
            unit_key: string;
            /**
             * Better
             * @default none
             * @enum {string}
             */
            better: "lower" | "higher" | "none";
            /** X */
            x: string[];
            /** Y */
            y: string[];
            /** Series */
            series: components["schemas"]["Series"][];
            /** Cells */
            cells: components["schemas"]["HeatCell"][];
            /** Marks */
            marks: components["schemas"]["Mark"][];
            band: components["schemas"]["Band"] | null;
            note: components["schemas"]["Words-Output"] | null;
        };
        /**
         * CheckResponse
         * @description A check of the installation. todo: what to do where something is amiss.
         */
        CheckResponse: {
            /** Key */
            key: string;
            title: components["schemas"]["Words-Output"];
            /**
             * State
             * @enum {string}
             */
            state: "fine" | "advice" | "wrong";
            /** Found */
            found: string;
            todo: components["schemas"]["Words-Output"] | null;
        };
        /**
         * ChoiceResponse
         * @description What a figure may be compared with, and why not where it cannot be.
         */
        ChoiceResponse: {
            /**
             * Compare
             * @enum {string}
             */
            compare: "previous" | "year" | "rest" | "values" | "forecast";
            /** Possible */
            possible: boolean;
            why_not: components["schemas"]["Words-Output"] | null;
        };
        /**
         * ColumnNote
         * @description What a column of a file was taken for, and why. title: of the field; None where it is kept aside.
         */
        ColumnNote: {
            /** Table */
            table: string;
            /** Column */
            column: string;
            /** Target */
            target: string | null;
            title: components["schemas"]["Words-Output"] | null;
            why: components["schemas"]["Words-Output"];
        };
        /**
         * ColumnResponse
         * @description What a column was taken for, how surely (0 to 1), why, and some of its cells.
         */
        ColumnResponse: {
            /** Column */
            column: string;
            /** Target */
            target: string | null;
            /** Confidence */
            confidence: number;
            why: components["schemas"]["Words-Output"];
            /** Samples */
            samples: string[];
        };
        /**
         * ConformanceResponse
         * @description Tickets checked against the reference model.
         *
         *     conforming: tickets without a deviation so far; fitness: their share, null without tickets. excess_duration: of all
         *     tickets that deviate, beyond conforming ones with the same `strata`. deviations: the first of `deviations_total`.
         */
        ConformanceResponse: {
            /**
             * Available
             * @default true
             * @constant
             */
            available: true;
            reference_model: components["schemas"]["ReferenceModelResponse"];
            /** Tickets */
            tickets: number;
            /** Conforming */
            conforming: number;
            /** Fitness */
            fitness: number | null;
            excess_duration: components["schemas"]["ExcessDurationResponse"];
            /** Strata */
            strata: string[];
            /** Deviations */
            deviations: components["schemas"]["DeviationResponse"][];
            /** Deviations Total */
            deviations_total: number;
            sentence: components["schemas"]["Words-Output"];
        };
        /**
         * ControlChartsResponse
         * @description The time series of a signal as control charts, by method; empty where it is not compared with its own history.
         */
        ControlChartsResponse: {
            /** Charts */
            charts: {
                [key: string]: components["schemas"]["ChartSpec"];
            };
        };
        /**
         * CorrectionResponse
         * @description A person's word on a label; an empty value means unknown.
         */
        CorrectionResponse: {
            /** Field */
            field: string;
            /** Value */
            value: string;
            /** By */
            by: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * CostResponse
         * @description Money spent on repairs and still to come, in the company's currency.
         */
        CostResponse: {
            /** Per Repair */
            per_repair: number;
            /** So Far */
            so_far: number;
            /** Expected */
            expected: number;
            interval: components["schemas"]["Interval"];
        };
        /** Created */
        Created: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "created";
        };
        /**
         * DateRange
         * @description A period of whole days: from `start` on, `end` no longer in it.
         */
        DateRange: {
            /**
             * Start
             * Format: date
             */
            start: string;
            /**
             * End
             * Format: date
             */
            end: string;
        };
        /**
         * DemoRequest
         * @description Which company: the same seed and size give the same one.
         */
        DemoRequest: {
            /**
             * Seed
             * @default 7
             */
            seed: number;
            /**
             * Tickets
             * @default 120000
             */
            tickets: number;
        };
        /**
         * DemoSummary
         * @description The company that lies in the workspace now. until: its last day; existed: it was complete before.
         */
        DemoSummary: {
            /** Seed */
            seed: number;
            /** Tickets */
            tickets: number;
            /** Until */
            until: string;
            /** Finished */
            finished: boolean;
            /** Seconds */
            seconds: number;
            /** Signals */
            signals: number;
            /** Existed */
            existed: boolean;
        };
        /**
         * DetectorRecordResponse
         * @description What a method reported. false_alarms: per week; median_delay_weeks: None where it detected no event.
         */
        DetectorRecordResponse: {
            /** Key */
            key: string;
            title: components["schemas"]["Words-Output"];
            /** False Alarms */
            false_alarms: number;
            /** Detected */
            detected: number;
            /** Events */
            events: number;
            /** Median Delay Weeks */
            median_delay_weeks: number | null;
        };
        /**
         * DeviationResponse
         * @description One kind of deviation at one step. tickets: that have it, as share of all; times: how often.
         *
         *     excess_duration: beyond conforming tickets of the same strata.
         */
        DeviationResponse: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "unexpected_step" | "rework" | "wrong_order" | "skipped";
            /** Step */
            step: string;
            title: components["schemas"]["Words-Output"];
            /** Tickets */
            tickets: number;
            /** Share */
            share: number;
            /** Times */
            times: number;
            excess_duration: components["schemas"]["ExcessDurationResponse"];
        };
        /**
         * DimensionDetail
         * @description A way to cut. role: what it says of a ticket; explains: what its values may be named as a cause of.
         */
        DimensionDetail: {
            /** Key */
            key: string;
            title: components["schemas"]["Words-Output"];
            /**
             * Kind
             * @enum {string}
             */
            kind: "text" | "number" | "time";
            /** Parent */
            parent: string | null;
            /** Children */
            children: string[];
            /**
             * Fact
             * @enum {string}
             */
            fact: "tickets" | "orders";
            /**
             * Role
             * @enum {string}
             */
            role: "what" | "where" | "which_unit" | "who" | "when";
            /**
             * Explains
             * @enum {string}
             */
            explains: "occurrence" | "handling" | "nothing";
        };
        /**
         * DimensionValue
         * @description A value of a dimension, and in how many tickets it is. None is *unknown*.
         */
        DimensionValue: {
            /** Value */
            value: string | null;
            /** N */
            n: number;
        };
        /**
         * Dismissal
         * @description Why a signal needs no action.
         */
        Dismissal: {
            /** Reason */
            reason: string;
        };
        /**
         * DistinguishingValueResponse
         * @description A value that is more frequent in the topic than in all tickets, `lift` times.
         */
        DistinguishingValueResponse: {
            /** Dimension */
            dimension: string;
            title: components["schemas"]["Words-Output"];
            /** Value */
            value: string;
            /** Share */
            share: number;
            /** Lift */
            lift: number;
        };
        /**
         * EdgeResponse
         * @description A step directly followed by another. n: times; hours: from the one to the other, in all.
         *
         *     worked_hours: the part of `hours` in working time. share: of the hours of all edges; open_share: of the hours of edges
         *     before the resolution, null after it.
         */
        EdgeResponse: {
            /** Source */
            source: string;
            /** Target */
            target: string;
            /** N */
            n: number;
            /** Hours */
            hours: number;
            /** Mean Hours */
            mean_hours: number;
            /** Worked Hours */
            worked_hours: number;
            /** Share */
            share: number;
            /** Open Share */
            open_share: number | null;
        };
        /**
         * EdgeTicket
         * @description A ticket that went along an edge. waited_hours: its longest wait there.
         */
        EdgeTicket: {
            /** Ticket Id */
            ticket_id: string;
            /** Source */
            source: string | null;
            /** Channel */
            channel: string | null;
            /** Kind */
            kind: string | null;
            /** Created At */
            created_at: string | null;
            /** Title */
            title: string | null;
            /** Product */
            product: string | null;
            /** Model */
            model: string | null;
            /** Version */
            version: string | null;
            /** Province */
            province: string | null;
            /** Category */
            category: string | null;
            /** Fault */
            fault: string | null;
            /** Severity */
            severity: string | null;
            /** Priority */
            priority: string | null;
            /** Team */
            team: string | null;
            /** Agent */
            agent: string | null;
            /** Status */
            status: string | null;
            /** Resolved At */
            resolved_at: string | null;
            /** Duplicate Of */
            duplicate_of: string | null;
            /** Problem Id */
            problem_id: string | null;
            /** Excerpt */
            excerpt: string | null;
            /** Waited Hours */
            waited_hours: number;
        };
        /**
         * EdgeTicketPage
         * @description Tickets of one edge, and its waits: n times, their median and ninetieth percentile in hours.
         */
        EdgeTicketPage: {
            /** Items */
            items: components["schemas"]["EdgeTicket"][];
            /** Total */
            total: number;
            /** Next */
            next: number | null;
            /** N */
            n: number;
            /** Median Hours */
            median_hours: number | null;
            /** P90 Hours */
            p90_hours: number | null;
        };
        /**
         * Edited
         * @description value: the new one; None where the field was emptied.
         */
        Edited: {
            /**
             * Field
             * @enum {string}
             */
            field: "title" | "description" | "owner" | "due";
            /** Value */
            value: string | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "edited";
        };
        /**
         * EffectResponse
         * @description Effect of an action. ratio: to the level without it (0.7 = 30 % less); percent: the same as a change.
         *
         *     interval: of the ratio. p: probability of a change as large if the action had no effect.
         */
        EffectResponse: {
            /** Ratio */
            ratio: number;
            interval: components["schemas"]["Interval"];
            /** Percent */
            percent: number;
            /** P */
            p: number;
        };
        /**
         * Estimate
         * @description Posterior median and 95 % credible interval of a parameter.
         */
        Estimate: {
            /** Median */
            median: number;
            interval: components["schemas"]["Interval"];
        };
        /**
         * EventResponse
         * @description A step in a ticket's life.
         */
        EventResponse: {
            /** At */
            at: string | null;
            /** Activity */
            activity: string | null;
            /** Actor */
            actor: string | null;
            /** Team */
            team: string | null;
            /** From Value */
            from_value: string | null;
            /** To Value */
            to_value: string | null;
        };
        /**
         * ExcessDurationResponse
         * @description Hours in all and for each ticket, with the interval of the sum; null where no ticket could be compared.
         *
         *     compared: tickets that have others to compare with, of `tickets`.
         */
        ExcessDurationResponse: {
            /** Hours */
            hours: number | null;
            interval: components["schemas"]["Interval"] | null;
            /** Hours Per Ticket */
            hours_per_ticket: number | null;
            /** Compared */
            compared: number;
            /** Tickets */
            tickets: number;
        };
        /**
         * ExcessFailuresResponse
         * @description A group and a fault with many times the failures of its peers. evidence: in nats.
         */
        ExcessFailuresResponse: {
            /** Where */
            where: {
                [key: string]: string[];
            };
            /** Failed */
            failed: number;
            /** Expected */
            expected: number;
            /** Ratio */
            ratio: number;
            /** Evidence */
            evidence: number;
            onset_age: components["schemas"]["AgeOnsetResponse"] | null;
            limit_crossing: components["schemas"]["LimitCrossingResponse"] | null;
        };
        /**
         * ExplainMethodResponse
         * @description How suspects were looked for, and why so.
         */
        ExplainMethodResponse: {
            /** Key */
            key: string;
            title: components["schemas"]["Words-Output"];
            why: components["schemas"]["Words-Output"];
        };
        /**
         * ExplainRequest
         * @description What is to be explained.
         *
         *     where: filters such as `province=北京市`. period: a text such as `last-8-weeks`. method: the key of a locator, if not
         *     the one that suits.
         */
        ExplainRequest: {
            /** Metric */
            metric: string;
            /**
             * Where
             * @default []
             */
            where: string[];
            /**
             * Period
             * @default last-8-weeks
             */
            period: string;
            /**
             * Compare
             * @default previous
             * @enum {string}
             */
            compare: "previous" | "year" | "rest" | "values" | "forecast";
            /** Method */
            method?: string | null;
        };
        /**
         * ExplanationResponse
         * @description Why a slice of a metric is as it is.
         *
         *     outside: the change is everywhere alike, so that its cause is outside the recorded attributes. dims: the dimensions
         *     that were searched. mix_rate: mix and rate effect of a mean or share. chart: the picture of the explanation; tree: the
         *     change level by level, of counts alone. simpson_reversal: the difference of the whole is reversed on like tickets.
         */
        ExplanationResponse: {
            /** Metric */
            metric: string;
            /** Where */
            where: {
                [key: string]: string[];
            };
            /** Observed */
            observed: number;
            /** Expected */
            expected: number;
            /** Suspects */
            suspects: components["schemas"]["SuspectResponse"][];
            /** Outside */
            outside: boolean;
            sentence: components["schemas"]["Words-Output"];
            mix_rate: components["schemas"]["ChartSpec"] | null;
            /** Simpson Reversal */
            simpson_reversal: boolean;
            /** Dims */
            dims: string[];
            method: components["schemas"]["ExplainMethodResponse"] | null;
            chart: components["schemas"]["ChartSpec"] | null;
            tree: components["schemas"]["ChartSpec"] | null;
            figure: components["schemas"]["AnswerCell"] | null;
        };
        /**
         * FailureForecastResponse
         * @description First failures to come, in all and by month; chain_ladder: the benchmark for the same months.
         */
        FailureForecastResponse: {
            /** Expected */
            expected: number;
            interval: components["schemas"]["Interval"];
            /** Months */
            months: components["schemas"]["MonthForecast"][];
            /** Chain Ladder */
            chain_ladder: number[] | null;
        };
        /**
         * FalseAlarmResponse
         * @description A slice that a single scan reported.
         */
        FalseAlarmResponse: {
            /** Where */
            where: {
                [key: string]: string[];
            };
            /**
             * Reported On
             * Format: date
             */
            reported_on: string;
        };
        /**
         * FaultForm
         * @description A fault: how bad it mostly is, and the words that tell of it.
         */
        "FaultForm-Input": {
            /** Key */
            key: string;
            title: components["schemas"]["Words-Input"];
            /** Severity */
            severity: string;
            /** Words */
            words: string[];
        };
        /**
         * FaultForm
         * @description A fault: how bad it mostly is, and the words that tell of it.
         */
        "FaultForm-Output": {
            /** Key */
            key: string;
            title: components["schemas"]["Words-Output"];
            /** Severity */
            severity: string;
            /** Words */
            words: string[];
        };
        /**
         * Figure
         * @description A figure with its 95 % interval and the number of rows behind it. unit: the key of its metric's unit.
         */
        Figure: {
            /** Value */
            value: number | null;
            /** Unit */
            unit: string;
            interval: components["schemas"]["Interval"] | null;
            /** N */
            n: number;
        };
        /**
         * FigureChange
         * @description Against another span. change, interval: a ratio minus 1 where `relative`, else a difference in the metric's unit.
         */
        FigureChange: {
            before: components["schemas"]["Figure"];
            /** Change */
            change: number | null;
            interval: components["schemas"]["Interval"] | null;
            /** Relative */
            relative: boolean;
            /** Significant */
            significant: boolean;
            /** New */
            new: boolean;
        };
        /**
         * FilledResponse
         * @description In how many tickets a field is filled. share: of all tickets; None without any.
         */
        FilledResponse: {
            /** Field */
            field: string;
            title: components["schemas"]["Words-Output"];
            /** N */
            n: number;
            /** Share */
            share: number | null;
        };
        /** FirstAdmin */
        FirstAdmin: {
            /** Login */
            login: string;
            /** Password */
            password: string;
            /** Token */
            token: string;
            /**
             * Name
             * @default
             */
            name: string;
            /**
             * Language
             * @default zh
             * @enum {string}
             */
            language: "zh" | "en";
        };
        /**
         * ForecastSeries
         * @description Tickets of each step with the bounds of the prediction interval, and of all steps together.
         */
        ForecastSeries: {
            /** Expected */
            expected: number[];
            /** Low */
            low: number[];
            /** High */
            high: number[];
            /** Total */
            total: number;
        };
        /**
         * GroupResponse
         * @description One model, batch or version. rate: first failures per unit at risk and month. failed_share: by `at_months`.
         */
        GroupResponse: {
            /** Where */
            where: {
                [key: string]: string[];
            };
            /** Units */
            units: number;
            /** Failed */
            failed: number;
            /** Rate */
            rate: number | null;
            /** At Months */
            at_months: number;
            /** Failed Share */
            failed_share: number | null;
            interval: components["schemas"]["Interval"];
            limit_crossing: components["schemas"]["LimitCrossingResponse"] | null;
        };
        /**
         * GroupsResponse
         * @description All groups, most failures first, and the excess failures among them, most evidence first.
         *
         *     unassigned_failures: share of failures that do not say which unit failed or when it was sold.
         *     failures_before_record: failures of units that were shipped before the record begins; they are left out.
         */
        GroupsResponse: {
            /** By */
            by: string;
            /** Groups */
            groups: components["schemas"]["GroupResponse"][];
            /** Excess Failures */
            excess_failures: components["schemas"]["ExcessFailuresResponse"][];
            /** Unassigned Failures */
            unassigned_failures: number;
            /** Failures Before Record */
            failures_before_record: number;
        };
        /**
         * GrowthResponse
         * @description The last `window` weeks, from `since` on, against the baseline of the topic.
         */
        GrowthResponse: {
            /** Observed */
            observed: number;
            /** Expected */
            expected: number;
            /** Ratio */
            ratio: number | null;
            interval: components["schemas"]["Interval"];
            /** Window */
            window: number;
            /**
             * Since
             * Format: date
             */
            since: string;
        };
        /**
         * HandoverResponse
         * @description From one team to another. n: times, of which `share` of all handovers; tickets: that had it.
         *
         *     waited_hours: until the next step, in all; mean_waited_hours: of those with a next step. What came of it, as shares of
         *     n: returned to a team that had the ticket, passed_on to one that had not, resolved where it was, open so far.
         */
        HandoverResponse: {
            /** Source */
            source: string;
            /** Target */
            target: string;
            /** N */
            n: number;
            /** Share */
            share: number;
            /** Tickets */
            tickets: number;
            /** Waited Hours */
            waited_hours: number;
            /** Mean Waited Hours */
            mean_waited_hours: number | null;
            /** Returned */
            returned: number;
            /** Passed On */
            passed_on: number;
            /** Resolved */
            resolved: number;
            /** Open */
            open: number;
        };
        /**
         * HandoversResponse
         * @description Tickets with teams on record, how many were transferred between teams, and the handovers, most frequent first.
         *
         *     n: handovers in all. entry_points: teams that only dispatch tickets; that is no handover.
         */
        HandoversResponse: {
            /**
             * Available
             * @default true
             * @constant
             */
            available: true;
            /** Tickets */
            tickets: number;
            /** Transferred */
            transferred: number;
            /** N */
            n: number;
            /** Entry Points */
            entry_points: string[];
            /** Handovers */
            handovers: components["schemas"]["HandoverResponse"][];
            sentence: components["schemas"]["Words-Output"];
        };
        /** Health */
        Health: {
            /** Status */
            status: string;
            /** Version */
            version: string;
        };
        /** HeatCell */
        HeatCell: {
            /** X */
            x: string;
            /** Y */
            y: string;
            /** Value */
            value: number | null;
            /** N */
            n: number;
            /**
             * Assessment
             * @default unknown
             * @enum {string}
             */
            assessment: "worse" | "better" | "same" | "unknown";
        };
        /**
         * HistoryLine
         * @description An event of the history: its kind and fields, and what happened in one sentence.
         */
        HistoryLine: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Event */
            event: components["schemas"]["Created"] | components["schemas"]["Edited"] | components["schemas"]["Moved"] | components["schemas"]["ReopenedBySignal"] | components["schemas"]["ReopenedByFigure"] | components["schemas"]["ReopenedByVerdict"] | components["schemas"]["TicketsAdded"] | components["schemas"]["TicketsRemoved"] | components["schemas"]["CauseStated"] | components["schemas"]["CauseConfirmed"] | components["schemas"]["ActionSaved"] | components["schemas"]["ActionCancelled"] | components["schemas"]["Judged"] | components["schemas"]["Note"];
            sentence: components["schemas"]["Words-Output"];
        };
        /**
         * ImportRequest
         * @description Which upload is brought in, as which source (default: the file's name), and how its columns are read.
         *
         *     scan: start a scan for signals when there are new rows, as a job of its own. A program that ends before it would
         *     cancel it: such a one leaves it out, or starts its own.
         */
        ImportRequest: {
            /** Upload */
            upload: string;
            /** Source */
            source?: string | null;
            mapping?: components["schemas"]["MappingForm"] | null;
            /**
             * Scan
             * @default true
             */
            scan: boolean;
        };
        /**
         * Installation
         * @description data_until: the last moment that the data knows of; null while there is none.
         */
        Installation: {
            /** Data Until */
            data_until: string | null;
            /** Version */
            version: string;
            /** Timezone */
            timezone: string;
            /** Map Approval Number */
            map_approval_number: string;
            recorded: components["schemas"]["Recorded"];
        };
        /**
         * Interval
         * @description A confidence or prediction interval. level: its nominal coverage, such as 0.95; an open side is None.
         *
         *     A dictionary and no model: an answer of 10,000 figures has as many of them, and models take ten times as long to make.
         *
         *     >>> Interval(low=1.0, high=2.0, level=0.95)
         *     {'low': 1.0, 'high': 2.0, 'level': 0.95}
         */
        Interval: {
            /** Low */
            low: number | null;
            /** High */
            high: number | null;
            /** Level */
            level: number;
        };
        /**
         * JobFailure
         * @description Why a job failed: a stable code, and what to do, as in a problem document.
         */
        JobFailure: {
            /** Code */
            code: string;
            details: components["schemas"]["Words-Output"];
        };
        /** JobOf[BatchResult] */
        JobOf_BatchResult_: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            title: components["schemas"]["Words-Output"];
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** Done */
            done: number;
            message: components["schemas"]["Words-Output"] | null;
            result: components["schemas"]["BatchResult"] | null;
            error: components["schemas"]["JobFailure"] | null;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Started At */
            started_at: string | null;
            /** Ended At */
            ended_at: string | null;
            /** By */
            by: string;
        };
        /** JobOf[DemoSummary] */
        JobOf_DemoSummary_: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            title: components["schemas"]["Words-Output"];
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** Done */
            done: number;
            message: components["schemas"]["Words-Output"] | null;
            result: components["schemas"]["DemoSummary"] | null;
            error: components["schemas"]["JobFailure"] | null;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Started At */
            started_at: string | null;
            /** Ended At */
            ended_at: string | null;
            /** By */
            by: string;
        };
        /** JobOf[Labelled] */
        JobOf_Labelled_: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            title: components["schemas"]["Words-Output"];
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** Done */
            done: number;
            message: components["schemas"]["Words-Output"] | null;
            result: components["schemas"]["Labelled"] | null;
            error: components["schemas"]["JobFailure"] | null;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Started At */
            started_at: string | null;
            /** Ended At */
            ended_at: string | null;
            /** By */
            by: string;
        };
        /** JobOf[MadeReport] */
        JobOf_MadeReport_: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            title: components["schemas"]["Words-Output"];
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** Done */
            done: number;
            message: components["schemas"]["Words-Output"] | null;
            result: components["schemas"]["MadeReport"] | null;
            error: components["schemas"]["JobFailure"] | null;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Started At */
            started_at: string | null;
            /** Ended At */
            ended_at: string | null;
            /** By */
            by: string;
        };
        /** JobOf[ReplayResult] */
        JobOf_ReplayResult_: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            title: components["schemas"]["Words-Output"];
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** Done */
            done: number;
            message: components["schemas"]["Words-Output"] | null;
            result: components["schemas"]["ReplayResult"] | null;
            error: components["schemas"]["JobFailure"] | null;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Started At */
            started_at: string | null;
            /** Ended At */
            ended_at: string | null;
            /** By */
            by: string;
        };
        /** JobOf[TopicRunResponse] */
        JobOf_TopicRunResponse_: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            title: components["schemas"]["Words-Output"];
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** Done */
            done: number;
            message: components["schemas"]["Words-Output"] | null;
            result: components["schemas"]["TopicRunResponse"] | null;
            error: components["schemas"]["JobFailure"] | null;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Started At */
            started_at: string | null;
            /** Ended At */
            ended_at: string | null;
            /** By */
            by: string;
        };
        /** JobOf[UndoneBatch] */
        JobOf_UndoneBatch_: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            title: components["schemas"]["Words-Output"];
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** Done */
            done: number;
            message: components["schemas"]["Words-Output"] | null;
            result: components["schemas"]["UndoneBatch"] | null;
            error: components["schemas"]["JobFailure"] | null;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Started At */
            started_at: string | null;
            /** Ended At */
            ended_at: string | null;
            /** By */
            by: string;
        };
        /** JobOf[Union[NightlySummary, ScanSkipped]] */
        JobOf_Union_NightlySummary__ScanSkipped__: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            title: components["schemas"]["Words-Output"];
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** Done */
            done: number;
            message: components["schemas"]["Words-Output"] | null;
            /** Result */
            result: components["schemas"]["NightlySummary"] | components["schemas"]["ScanSkipped"] | null;
            error: components["schemas"]["JobFailure"] | null;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Started At */
            started_at: string | null;
            /** Ended At */
            ended_at: string | null;
            /** By */
            by: string;
        };
        /** JobOf[VerdictsSummary] */
        JobOf_VerdictsSummary_: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            title: components["schemas"]["Words-Output"];
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** Done */
            done: number;
            message: components["schemas"]["Words-Output"] | null;
            result: components["schemas"]["VerdictsSummary"] | null;
            error: components["schemas"]["JobFailure"] | null;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Started At */
            started_at: string | null;
            /** Ended At */
            ended_at: string | null;
            /** By */
            by: string;
        };
        /** JobOf[dict[str, int]] */
        JobOf_dict_str__int__: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            title: components["schemas"]["Words-Output"];
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** Done */
            done: number;
            message: components["schemas"]["Words-Output"] | null;
            /** Result */
            result: {
                [key: string]: number;
            } | null;
            error: components["schemas"]["JobFailure"] | null;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Started At */
            started_at: string | null;
            /** Ended At */
            ended_at: string | null;
            /** By */
            by: string;
        };
        /**
         * JobResponse
         * @description One piece of work in the background. done: the share that is done, 0 to 1. result: what its kind gives.
         */
        JobResponse: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            title: components["schemas"]["Words-Output"];
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** Done */
            done: number;
            message: components["schemas"]["Words-Output"] | null;
            /** Result */
            result: {
                [key: string]: components["schemas"]["JsonValue"];
            } | null;
            error: components["schemas"]["JobFailure"] | null;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Started At */
            started_at: string | null;
            /** Ended At */
            ended_at: string | null;
            /** By */
            by: string;
        };
        JsonValue: unknown;
        /**
         * Judged
         * @description An action got its final verdict; what it says stands in the verdict of that action.
         */
        Judged: {
            /** Action Id */
            action_id: string | null;
            /** Title */
            title: string;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "effective" | "not_effective" | "too_early" | "not_measurable";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "judged";
        };
        /**
         * LabelRequest
         * @description A person's word on a column of a ticket; null means unknown, or no duplicate.
         */
        LabelRequest: {
            /** Field */
            field: string;
            /** Value */
            value?: string | null;
        };
        /**
         * LabelResponse
         * @description Who set a column and why: the words that matched, or a reason in both languages as JSON.
         */
        LabelResponse: {
            /** Field */
            field: string;
            /** Value */
            value: string | null;
            /** By */
            by: string;
            /** Why */
            why: string | null;
        };
        /**
         * Labelled
         * @description What labelling did. filled: labels by field; unknown: tickets without a fault afterwards; duplicates: links.
         */
        Labelled: {
            /** Tickets */
            tickets: number;
            /** Filled */
            filled: {
                [key: string]: number;
            };
            /** Unknown */
            unknown: number;
            /** Duplicates */
            duplicates: number;
        };
        /**
         * LandscapeResponse
         * @description All topics, most tickets first. without_topic: tickets of the period that are in none.
         */
        LandscapeResponse: {
            /** Topics */
            topics: components["schemas"]["TopicFiguresResponse"][];
            /** Tickets */
            tickets: number;
            /** Without Topic */
            without_topic: number;
            chart: components["schemas"]["ChartSpec"];
        };
        /**
         * LifeCharts
         * @description Failure rate by age, and failures to come.
         */
        LifeCharts: {
            ages: components["schemas"]["ChartSpec"];
            failure_forecast: components["schemas"]["ChartSpec"];
        };
        /**
         * LifeResponse
         * @description The life of one group of units.
         */
        LifeResponse: {
            /** Where */
            where: {
                [key: string]: string[];
            };
            /** Units */
            units: number;
            /** Failed */
            failed: number;
            sentence: components["schemas"]["Words-Output"];
            /** Ages */
            ages: components["schemas"]["AgeRow"][];
            onset_age: components["schemas"]["AgeOnsetResponse"] | null;
            limit_crossing: components["schemas"]["LimitCrossingResponse"] | null;
            weibull: components["schemas"]["WeibullResponse"] | null;
            failure_forecast: components["schemas"]["FailureForecastResponse"];
            cost: components["schemas"]["CostResponse"] | null;
            /** Unassigned Failures */
            unassigned_failures: number;
            /** Failures Before Record */
            failures_before_record: number;
            charts: components["schemas"]["LifeCharts"];
        };
        /**
         * LimitCrossingResponse
         * @description The first month in which a larger share of the units failed than the limit allows.
         */
        LimitCrossingResponse: {
            /**
             * Month
             * Format: date
             */
            month: string;
            /** Rate */
            rate: number;
            /** Limit */
            limit: number;
        };
        /**
         * LinksPatch
         * @description Tickets to add to the problem by hand, and tickets to remove from it.
         */
        LinksPatch: {
            /** Add */
            add?: string[];
            /** Remove */
            remove?: string[];
        };
        /** Login */
        Login: {
            /** Login */
            login: string;
            /** Password */
            password: string;
        };
        /**
         * MadeReport
         * @description The report that was written.
         */
        MadeReport: {
            /** Report */
            report: string;
        };
        /**
         * MappingForm
         * @description How a source is read.
         */
        MappingForm: {
            /**
             * Connector
             * @default
             */
            connector: string;
            /** Tables */
            tables: components["schemas"]["TableMappingForm"][];
        };
        /**
         * MappingResponse
         * @description How a source is read: its connector, and every table of it.
         */
        MappingResponse: {
            /** Connector */
            connector: string;
            /** Tables */
            tables: components["schemas"]["TableMappingResponse"][];
        };
        /** Mark */
        Mark: {
            /** X */
            x: string;
            text: components["schemas"]["Words-Output"];
            /**
             * Kind
             * @enum {string}
             */
            kind: "fix" | "release" | "onset";
        };
        /**
         * MergeRequest
         * @description The topic that the other one is merged into.
         */
        MergeRequest: {
            /** Into */
            into: number;
        };
        /**
         * MetricBrief
         * @description What a reader needs to know of a metric whose figure stands before them.
         *
         *     of_tickets: its numerator is made of tickets, so that a list of tickets can hold just those.
         */
        MetricBrief: {
            /** Key */
            key: string;
            title: components["schemas"]["Words-Output"];
            question: components["schemas"]["Words-Output"];
            unit: components["schemas"]["Unit"];
            /**
             * Better
             * @enum {string}
             */
            better: "lower" | "higher" | "none";
            /**
             * Kind
             * @enum {string}
             */
            kind: "count" | "rate" | "share" | "mean" | "quantile" | "distinct" | "stock" | "score";
            /** Additive */
            additive: boolean;
            /** Of Tickets */
            of_tickets: boolean;
            /** Definition */
            definition: string;
            caveat: components["schemas"]["Words-Output"] | null;
        };
        /**
         * MetricDetail
         * @description A metric with everything that one may ask of it. sql: what is summed, as an example over all time.
         */
        MetricDetail: {
            /** Key */
            key: string;
            title: components["schemas"]["Words-Output"];
            question: components["schemas"]["Words-Output"];
            unit: components["schemas"]["Unit"];
            /**
             * Better
             * @enum {string}
             */
            better: "lower" | "higher" | "none";
            /**
             * Kind
             * @enum {string}
             */
            kind: "count" | "rate" | "share" | "mean" | "quantile" | "distinct" | "stock" | "score";
            /** Additive */
            additive: boolean;
            /** Of Tickets */
            of_tickets: boolean;
            /** Definition */
            definition: string;
            caveat: components["schemas"]["Words-Output"] | null;
            /** Cuts */
            cuts: string[];
            /** Refused Cuts */
            refused_cuts: string[];
            /** Anchor */
            anchor: string;
            /** Parts */
            parts: components["schemas"]["MetricPart"][];
            /** Sql */
            sql: string;
        };
        /**
         * MetricPart
         * @description One sum that a metric is made of. anchor: the column that dates its rows; leaves: the one that ends them.
         */
        MetricPart: {
            /** Fact */
            fact: string;
            /** Anchor */
            anchor: string;
            /** Leaves */
            leaves: string | null;
            /** Distinct */
            distinct: boolean;
        };
        /**
         * ModelText
         * @description The text form of a reference model, with the titles of steps in each language; empty without steps.
         */
        ModelText: {
            /** Zh */
            zh: string;
            /** En */
            en: string;
        };
        /**
         * MonthForecast
         * @description First failures expected in one month.
         */
        MonthForecast: {
            /**
             * Month
             * Format: date
             */
            month: string;
            /** Expected */
            expected: number;
            interval: components["schemas"]["Interval"];
        };
        /** MoveRequest */
        MoveRequest: {
            /**
             * To
             * @enum {string}
             */
            to: "open" | "investigating" | "acting" | "verifying" | "verified" | "closed" | "reopened";
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /**
         * MoveResponse
         * @description A move that the stage allows. needs: what it still lacks, as keys; lacks: the same in words.
         */
        MoveResponse: {
            /**
             * To
             * @enum {string}
             */
            to: "open" | "investigating" | "acting" | "verifying" | "verified" | "closed" | "reopened";
            title: components["schemas"]["Words-Output"];
            /** Needs */
            needs: ("owner" | "action" | "started" | "effective" | "reason")[];
            /** Lacks */
            lacks: components["schemas"]["Words-Output"][];
        };
        /**
         * Moved
         * @description To another stage. reason: as the person gave it, empty where none is needed.
         */
        Moved: {
            /**
             * Stage
             * @enum {string}
             */
            stage: "open" | "investigating" | "acting" | "verifying" | "verified" | "closed" | "reopened";
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "moved";
        };
        /** MyChange */
        MyChange: {
            /** Name */
            name?: string | null;
            /** Language */
            language?: ("zh" | "en") | null;
            /** Old Password */
            old_password?: string | null;
            /** Password */
            password?: string | null;
        };
        /**
         * NamedPerson
         * @description Somebody that a problem or an action can be given to.
         */
        NamedPerson: {
            /** Id */
            id: string;
            /** Login */
            login: string;
            /** Name */
            name: string;
            /**
             * Role
             * @enum {string}
             */
            role: "admin" | "analyst" | "supervisor" | "agent" | "viewer";
        };
        /**
         * NewAccessToken
         * @description An access token that was just made, with its secret: `Authorization: Bearer <secret>`. It is never shown again.
         */
        NewAccessToken: {
            token: components["schemas"]["AccessTokenResponse"];
            /** Secret */
            secret: string;
        };
        /** NewUser */
        NewUser: {
            /** Login */
            login: string;
            /** Password */
            password: string;
            /**
             * Name
             * @default
             */
            name: string;
            /**
             * Role
             * @enum {string}
             */
            role: "admin" | "analyst" | "supervisor" | "agent" | "viewer";
            /**
             * Language
             * @default zh
             * @enum {string}
             */
            language: "zh" | "en";
        };
        /**
         * NightlySummary
         * @description What a nightly run changed, as the result of its job. signals, new, inactive, judged: numbers of signals, actions.
         */
        NightlySummary: {
            /** Signals */
            signals: number;
            /** New */
            new: number;
            /** Inactive */
            inactive: number;
            /** Reopened */
            reopened: string[];
            /** Judged */
            judged: number;
        };
        /**
         * NoRemainingTimeResponse
         * @description Why the remaining time of a ticket is not known, under a stable code.
         */
        NoRemainingTimeResponse: {
            /**
             * Available
             * @default false
             * @constant
             */
            available: false;
            reason: components["schemas"]["Words-Output"];
            /** Needed */
            needed: number | null;
            /** Found */
            found: number | null;
            /** Ticket Id */
            ticket_id: string;
            /** Code */
            code: string;
            /** Due */
            due: string | null;
            step: components["schemas"]["Words-Output"] | null;
            /** Since */
            since: string | null;
            sentence: components["schemas"]["Words-Output"];
        };
        /**
         * NodeResponse
         * @description A step. n: occurrences; tickets: in which it occurs; starts, ends: tickets with it as first, as last step so far.
         *
         *     after_resolution: whether a ticket is resolved after it. rework: occurrences beyond the first in a ticket.
         */
        NodeResponse: {
            /** Name */
            name: string;
            title: components["schemas"]["Words-Output"];
            /** N */
            n: number;
            /** Tickets */
            tickets: number;
            /** Starts */
            starts: number;
            /** Ends */
            ends: number;
            /** Rework */
            rework: number;
            /** After Resolution */
            after_resolution: boolean;
        };
        /**
         * Note
         * @description A line from before events had kinds, of which the kind could not be recognised.
         */
        Note: {
            text: components["schemas"]["Words-Output"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "note";
        };
        /**
         * OpenTicketRiskResponse
         * @description Open tickets, how many are overdue or without a limit, and those likeliest to pass theirs.
         *
         *     without_end_times: open tickets of sources that never say when a ticket ended, not among `open`. expected_late: tickets
         *     that will still pass their limit. empirical_coverage: share of `coverage_n` later outcomes that intervals held, to
         *     compare with nominal_coverage.
         */
        OpenTicketRiskResponse: {
            /**
             * Available
             * @default true
             * @constant
             */
            available: true;
            /** Open */
            open: number;
            /** Overdue */
            overdue: number;
            /** Without Limit */
            without_limit: number;
            /** Without End Times */
            without_end_times: number;
            /** Expected Late */
            expected_late: number;
            /** Nominal Coverage */
            nominal_coverage: number;
            /** Empirical Coverage */
            empirical_coverage: number | null;
            /** Coverage N */
            coverage_n: number;
            /** At Risk */
            at_risk: components["schemas"]["AtRiskTicketResponse"][];
            sentence: components["schemas"]["Words-Output"];
        };
        /** Page[AccessTokenResponse] */
        Page_AccessTokenResponse_: {
            /** Items */
            items: components["schemas"]["AccessTokenResponse"][];
            /** Total */
            total: number;
            /** Next */
            next: number | null;
        };
        /** Page[ActionResponse] */
        Page_ActionResponse_: {
            /** Items */
            items: components["schemas"]["ActionResponse"][];
            /** Total */
            total: number;
            /** Next */
            next: number | null;
        };
        /** Page[ArticleResponse] */
        Page_ArticleResponse_: {
            /** Items */
            items: components["schemas"]["ArticleResponse"][];
            /** Total */
            total: number;
            /** Next */
            next: number | null;
        };
        /** Page[AuditLineResponse] */
        Page_AuditLineResponse_: {
            /** Items */
            items: components["schemas"]["AuditLineResponse"][];
            /** Total */
            total: number;
            /** Next */
            next: number | null;
        };
        /** Page[BatchResponse] */
        Page_BatchResponse_: {
            /** Items */
            items: components["schemas"]["BatchResponse"][];
            /** Total */
            total: number;
            /** Next */
            next: number | null;
        };
        /** Page[DimensionValue] */
        Page_DimensionValue_: {
            /** Items */
            items: components["schemas"]["DimensionValue"][];
            /** Total */
            total: number;
            /** Next */
            next: number | null;
        };
        /** Page[JobResponse] */
        Page_JobResponse_: {
            /** Items */
            items: components["schemas"]["JobResponse"][];
            /** Total */
            total: number;
            /** Next */
            next: number | null;
        };
        /** Page[ProblemBrief] */
        Page_ProblemBrief_: {
            /** Items */
            items: components["schemas"]["ProblemBrief"][];
            /** Total */
            total: number;
            /** Next */
            next: number | null;
        };
        /** Page[ReportResponse] */
        Page_ReportResponse_: {
            /** Items */
            items: components["schemas"]["ReportResponse"][];
            /** Total */
            total: number;
            /** Next */
            next: number | null;
        };
        /** Page[SignalResponse] */
        Page_SignalResponse_: {
            /** Items */
            items: components["schemas"]["SignalResponse"][];
            /** Total */
            total: number;
            /** Next */
            next: number | null;
        };
        /** Page[StepTicket] */
        Page_StepTicket_: {
            /** Items */
            items: components["schemas"]["StepTicket"][];
            /** Total */
            total: number;
            /** Next */
            next: number | null;
        };
        /** Page[TimedTicket] */
        Page_TimedTicket_: {
            /** Items */
            items: components["schemas"]["TimedTicket"][];
            /** Total */
            total: number;
            /** Next */
            next: number | null;
        };
        /**
         * PersonResponse
         * @description Somebody with what they may do.
         */
        PersonResponse: {
            /** Id */
            id: string;
            /** Login */
            login: string;
            /** Name */
            name: string;
            /**
             * Role
             * @enum {string}
             */
            role: "admin" | "analyst" | "supervisor" | "agent" | "viewer";
            /**
             * Language
             * @enum {string}
             */
            language: "zh" | "en";
            /** Permissions */
            permissions: string[];
        };
        /**
         * PhraseResponse
         * @description A phrase of a topic. share: of its tickets; lift: times its share of all tickets.
         */
        PhraseResponse: {
            /** Text */
            text: string;
            /** Share */
            share: number;
            /** Lift */
            lift: number;
        };
        /**
         * PhraseTrendResponse
         * @description A phrase that increased against the period before.
         */
        PhraseTrendResponse: {
            /** Tickets */
            tickets: number;
            /** Before */
            before: number;
            /** Expected */
            expected: number;
            /** Ratio */
            ratio: number;
            interval: components["schemas"]["Interval"];
            /** Increased */
            increased: boolean;
            /** Text */
            text: string;
        };
        /**
         * PingPongResponse
         * @description Tickets that returned to a team that had them before, of those with teams on record (`tickets`).
         *
         *     round_trip_hours: from first leaving a team that they came back to until they last came back, in all. excess_duration:
         *     beyond tickets with the same `strata` that did not return. subgroups: slices with more such tickets than their part.
         */
        PingPongResponse: {
            /**
             * Available
             * @default true
             * @constant
             */
            available: true;
            /** Tickets */
            tickets: number;
            /** Ping Pong Tickets */
            ping_pong_tickets: number;
            /** Handovers */
            handovers: number;
            /** Returns */
            returns: number;
            /** Round Trip Hours */
            round_trip_hours: number;
            excess_duration: components["schemas"]["ExcessDurationResponse"];
            /** Strata */
            strata: string[];
            /** Returns By Pair */
            returns_by_pair: components["schemas"]["ReturnResponse"][];
            /** Subgroups */
            subgroups: components["schemas"]["SubgroupResponse"][];
            sentence: components["schemas"]["Words-Output"];
        };
        /**
         * PrecisionResponse
         * @description What people made of signals; share of the confirmed among the decided, None as long as none is.
         */
        PrecisionResponse: {
            /** Confirmed */
            confirmed: number;
            /** Dismissed */
            dismissed: number;
            /** Open */
            open: number;
            /** Share */
            share: number | null;
            interval: components["schemas"]["Interval"] | null;
        };
        /**
         * PreviewRequest
         * @description As which source an upload is looked at, and with which mapping instead of the saved one.
         */
        PreviewRequest: {
            /** Source */
            source?: string | null;
            mapping?: components["schemas"]["MappingForm"] | null;
        };
        /**
         * PreviewResponse
         * @description All tables of an upload. has_template: a saved mapping of the source was used.
         */
        PreviewResponse: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Source */
            source: string;
            /** Connector */
            connector: string;
            /** Has Template */
            has_template: boolean;
            /** Tables */
            tables: components["schemas"]["TablePreviewResponse"][];
            /** Targets */
            targets: {
                [key: string]: components["schemas"]["TargetResponse"][];
            };
        };
        /**
         * ProblemBrief
         * @description A problem in a list. actions: how many it has.
         */
        ProblemBrief: {
            /** Id */
            id: string;
            /** Title */
            title: string;
            /**
             * Stage
             * @enum {string}
             */
            stage: "open" | "investigating" | "acting" | "verifying" | "verified" | "closed" | "reopened";
            stage_title: components["schemas"]["Words-Output"];
            /** Metric */
            metric: string;
            /** Where */
            where: {
                [key: string]: string[];
            };
            /** Since */
            since: string | null;
            /** Owner */
            owner: string | null;
            /** Owner Name */
            owner_name: string | null;
            /** Due */
            due: string | null;
            /** Overdue */
            overdue: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Signal Id */
            signal_id: string | null;
            /** Tickets */
            tickets: number;
            /** Priority */
            priority: string | null;
            /** Verdict */
            verdict: ("effective" | "not_effective" | "too_early" | "not_measurable") | null;
            /** Actions */
            actions: number;
        };
        /**
         * ProblemDetail
         * @description Everything about one problem. links: tickets added by hand. chart: its weekly figure, None where it has none.
         */
        ProblemDetail: {
            /** Id */
            id: string;
            /** Title */
            title: string;
            /**
             * Stage
             * @enum {string}
             */
            stage: "open" | "investigating" | "acting" | "verifying" | "verified" | "closed" | "reopened";
            stage_title: components["schemas"]["Words-Output"];
            /** Metric */
            metric: string;
            /** Where */
            where: {
                [key: string]: string[];
            };
            /** Since */
            since: string | null;
            /** Owner */
            owner: string | null;
            /** Owner Name */
            owner_name: string | null;
            /** Due */
            due: string | null;
            /** Overdue */
            overdue: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Created By */
            created_by: string;
            /** Signal Id */
            signal_id: string | null;
            /** Tickets */
            tickets: number;
            /** Priority */
            priority: string | null;
            /** Verdict */
            verdict: ("effective" | "not_effective" | "too_early" | "not_measurable") | null;
            /** Description */
            description: string;
            /** Article Id */
            article_id: string | null;
            /** Links */
            links: string[];
            /** Tickets Rows */
            tickets_rows: components["schemas"]["TicketBrief"][];
            /** Causes */
            causes: components["schemas"]["CauseResponse"][];
            /** Actions */
            actions: components["schemas"]["ActionResponse"][];
            /** History */
            history: components["schemas"]["HistoryLine"][];
            /** Moves */
            moves: components["schemas"]["MoveResponse"][];
            chart: components["schemas"]["ChartSpec"] | null;
        };
        /**
         * ProblemPage
         * @description Problems of one import, with counts by rule over all of them.
         */
        ProblemPage: {
            /** Items */
            items: components["schemas"]["ProblemResponse"][];
            /** Total */
            total: number;
            /** Next */
            next: number | null;
            /** By Rule */
            by_rule: components["schemas"]["RuleCountResponse"][];
        };
        /**
         * ProblemPatch
         * @description What is left out stays; null empties a field. A title cannot be empty.
         */
        ProblemPatch: {
            /** Title */
            title?: string | null;
            /** Description */
            description?: string | null;
            /** Owner */
            owner?: string | null;
            /** Due */
            due?: string | null;
        };
        /**
         * ProblemRequest
         * @description A slice of a metric, single tickets, or both.
         */
        ProblemRequest: {
            /** Title */
            title: string;
            /**
             * Metric
             * @default ticket_count
             */
            metric: string;
            /** Where */
            where?: {
                [key: string]: string[];
            };
            /** Since */
            since?: string | null;
            /**
             * Description
             * @default
             */
            description: string;
            /** Owner */
            owner?: string | null;
            /** Due */
            due?: string | null;
            /** Ticket Ids */
            ticket_ids?: string[];
        };
        /**
         * ProblemResponse
         * @description What is wrong with one row; line 0 speaks of the whole table. table: the fact that the row was for.
         */
        ProblemResponse: {
            /** Line */
            line: number;
            /** Table */
            table: string | null;
            /** Column */
            column: string | null;
            /** Value */
            value: string | null;
            /** Rule */
            rule: string;
            title: components["schemas"]["Words-Output"];
            reason: components["schemas"]["Words-Output"];
        };
        /**
         * ProcessMapResponse
         * @description A process as its tickets went through it.
         *
         *     tickets: with steps on record, of `tickets_selected`. hours: between steps, in all; open_hours: before the resolution,
         *     of which worked_hours are in working time. working_hours: when people work, as in the settings. holidays_until: the
         *     last day whose public holidays are published. variants: the most frequent of `variants_total`.
         */
        ProcessMapResponse: {
            /**
             * Available
             * @default true
             * @constant
             */
            available: true;
            /**
             * By
             * @enum {string}
             */
            by: "activity" | "step" | "team";
            /** Tickets */
            tickets: number;
            /** Tickets Selected */
            tickets_selected: number;
            /** Hours */
            hours: number;
            /** Open Hours */
            open_hours: number;
            /** Worked Hours */
            worked_hours: number;
            /** Working Hours */
            working_hours: string;
            /** Holidays Until */
            holidays_until: string | null;
            sentence: components["schemas"]["Words-Output"];
            /** Nodes */
            nodes: components["schemas"]["NodeResponse"][];
            /** Edges */
            edges: components["schemas"]["EdgeResponse"][];
            /** Bottlenecks */
            bottlenecks: components["schemas"]["EdgeResponse"][];
            /** Variants */
            variants: components["schemas"]["VariantResponse"][];
            /** Variants Total */
            variants_total: number;
        };
        /**
         * QualityResponse
         * @description Rules that rows broke, how far fields are filled, and silences of sources.
         */
        QualityResponse: {
            /** By Rule */
            by_rule: components["schemas"]["RuleCountResponse"][];
            /** Fields */
            fields: components["schemas"]["FilledResponse"][];
            unclassified: components["schemas"]["UnclassifiedResponse"];
            /** Silences */
            silences: components["schemas"]["SilenceResponse"][];
        };
        /**
         * QuestionRequest
         * @description A question as the pages put it. Filters are texts such as `province=北京`; the period is a text too.
         */
        QuestionRequest: {
            /** Metrics */
            metrics: string[];
            /**
             * Cuts
             * @default []
             */
            cuts: string[];
            /**
             * Where
             * @description filters: D=V1,V2  D!=V  D~text  D=lo..hi
             * @default []
             */
            where: string[];
            /**
             * Period
             * @default all
             */
            period: string;
            /** Grain */
            grain?: ("day" | "week" | "month" | "quarter" | "year") | null;
            /** Compare */
            compare?: ("previous" | "year") | null;
            /**
             * Order
             * @default at
             * @enum {string}
             */
            order: "value" | "-value" | "at";
            /** Limit */
            limit?: number | null;
            /**
             * Chart
             * @description a chart's key, or `auto`
             */
            chart?: string | null;
        };
        /**
         * QueueResponse
         * @description Open tickets at the end of each day; the day on which they have doubled with its 80 % interval; utilisation.
         */
        QueueResponse: {
            /** Backlog */
            backlog: number[];
            /** Doubling Day */
            doubling_day: number | null;
            /** Doubling Day Low */
            doubling_day_low: number | null;
            /** Doubling Day High */
            doubling_day_high: number | null;
            /** Utilisation */
            utilisation: number;
        };
        /**
         * RecordResponse
         * @description A replay of some weeks. budget: expected false alarms per week; fixed_threshold: tickets per week.
         */
        RecordResponse: {
            period: components["schemas"]["DateRange"];
            /** Slices */
            slices: number;
            /** Budget */
            budget: number;
            /** Fixed Threshold */
            fixed_threshold: number;
            /** Methods */
            methods: components["schemas"]["DetectorRecordResponse"][];
            /** Events */
            events: components["schemas"]["ReplayedEventResponse"][];
            /** False Alarms */
            false_alarms: components["schemas"]["FalseAlarmResponse"][];
        };
        /**
         * Recorded
         * @description The dimensions that tickets have values of, and whether units in service are known.
         */
        Recorded: {
            /** Dimensions */
            dimensions: string[];
            /** Exposure */
            exposure: boolean;
        };
        /**
         * ReferenceModelRequest
         * @description A reference model as it is written: one step a line, in order. by: what names its steps.
         */
        ReferenceModelRequest: {
            /** Text */
            text: string;
            /**
             * By
             * @default auto
             */
            by: string;
        };
        /**
         * ReferenceModelResponse
         * @description The reference model for steps named by `by`: stated by a person, or derived from the most frequent variants.
         */
        ReferenceModelResponse: {
            /**
             * Available
             * @default true
             * @constant
             */
            available: true;
            /**
             * By
             * @enum {string}
             */
            by: "activity" | "step" | "team";
            /** Stated */
            stated: boolean;
            text: components["schemas"]["ModelText"];
        };
        /**
         * RemainingTimeResponse
         * @description The remaining time of one open ticket: median and interval in hours, estimated from `n` ended tickets.
         *
         *     late_probability: that it is still open at its limit (`due`); null without a limit, or after it. step: where it is now,
         *     `since` when; null before its first step.
         */
        RemainingTimeResponse: {
            /**
             * Available
             * @default true
             * @constant
             */
            available: true;
            /** Ticket Id */
            ticket_id: string;
            /** Median Hours */
            median_hours: number;
            interval: components["schemas"]["Interval"];
            /** Late Probability */
            late_probability: number | null;
            /** N */
            n: number;
            /** Due */
            due: string | null;
            step: components["schemas"]["Words-Output"] | null;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            basis: components["schemas"]["Words-Output"];
            /** Nominal Coverage */
            nominal_coverage: number;
            /** Empirical Coverage */
            empirical_coverage: number | null;
            /** Coverage N */
            coverage_n: number;
            sentence: components["schemas"]["Words-Output"];
        };
        /**
         * RenameRequest
         * @description The new name.
         */
        RenameRequest: {
            /** Name */
            name: string;
        };
        /**
         * ReopenedByFigure
         * @description The problem's own figure rose again. ratio, low, high: the last weeks over the verified level, 95 % interval.
         */
        ReopenedByFigure: {
            /** Weeks */
            weeks: number;
            /** Ratio */
            ratio: number;
            /** Low */
            low: number;
            /** High */
            high: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "reopened_by_figure";
        };
        /**
         * ReopenedBySignal
         * @description A new signal about the same slice began after the problem was resolved. ratio: observed over expected.
         */
        ReopenedBySignal: {
            /** Signal Id */
            signal_id: string;
            /** Where */
            where: {
                [key: string]: string[];
            };
            /** Ratio */
            ratio: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "reopened_by_signal";
        };
        /**
         * ReopenedByVerdict
         * @description The last action that ran did not work.
         */
        ReopenedByVerdict: {
            /** Action Id */
            action_id: string | null;
            /** Title */
            title: string;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "effective" | "not_effective" | "too_early" | "not_measurable";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "reopened_by_verdict";
        };
        /**
         * ReplayResult
         * @description What a replay brought; not replayed: there are too few weeks.
         */
        ReplayResult: {
            /** Replayed */
            replayed: boolean;
            /** Events */
            events: number;
        };
        /**
         * ReplayedEventResponse
         * @description One event, and after how many weeks each method reported it; None where it missed it.
         */
        ReplayedEventResponse: {
            /** Where */
            where: {
                [key: string]: string[];
            };
            /**
             * Since
             * Format: date
             */
            since: string;
            /** Delay Weeks */
            delay_weeks: {
                [key: string]: number | null;
            };
        };
        /**
         * ReportRequest
         * @description The period as in a question: 2026-10, last-month, last-8-weeks, a..b.
         */
        ReportRequest: {
            /** Period */
            period: string;
            /**
             * Language
             * @default zh
             * @enum {string}
             */
            language: "zh" | "en";
        };
        /**
         * ReportResponse
         * @description A report that was written; its files are fetched by its id.
         */
        ReportResponse: {
            /** Id */
            id: string;
            title: components["schemas"]["Words-Output"];
            period: components["schemas"]["DateRange"];
            /**
             * Language
             * @enum {string}
             */
            language: "zh" | "en";
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Made By */
            made_by: string;
        };
        /**
         * RepresentativeResponse
         * @description A recent ticket that is typical of the topic.
         */
        RepresentativeResponse: {
            /** Ticket Id */
            ticket_id: string;
            /** Text */
            text: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
        };
        /**
         * ReturnResponse
         * @description `by` returned tickets to `to`, which had them before. away_hours: until they came back, in all.
         */
        ReturnResponse: {
            /** By */
            by: string;
            /** To */
            to: string;
            /** Returns */
            returns: number;
            /** Tickets */
            tickets: number;
            /** Away Hours */
            away_hours: number;
        };
        /**
         * RoleResponse
         * @description A role and its name.
         */
        RoleResponse: {
            /**
             * Key
             * @enum {string}
             */
            key: "admin" | "analyst" | "supervisor" | "agent" | "viewer";
            title: components["schemas"]["Words-Output"];
        };
        /**
         * RowsPage
         * @description Rows of a fact, newest first, their values in the order of the columns.
         */
        RowsPage: {
            /** Items */
            items: (boolean | number | string | {
                [key: string]: string | null;
            } | null)[][];
            /** Total */
            total: number;
            /** Next */
            next: number | null;
            /** Columns */
            columns: components["schemas"]["Titled"][];
        };
        /**
         * RowsRequest
         * @description Which rows: those behind the numerator (or denominator) of the first metric in the cell `at`.
         */
        RowsRequest: {
            /** Metrics */
            metrics: string[];
            /**
             * Cuts
             * @default []
             */
            cuts: string[];
            /**
             * Where
             * @description filters: D=V1,V2  D!=V  D~text  D=lo..hi
             * @default []
             */
            where: string[];
            /**
             * Period
             * @default all
             */
            period: string;
            /** Grain */
            grain?: ("day" | "week" | "month" | "quarter" | "year") | null;
            /** Compare */
            compare?: ("previous" | "year") | null;
            /**
             * Order
             * @default at
             * @enum {string}
             */
            order: "value" | "-value" | "at";
            /** Limit */
            limit?: number | null;
            /**
             * Chart
             * @description a chart's key, or `auto`
             */
            chart?: string | null;
            /**
             * At
             * @description the value of each cut; null is unknown
             * @default {}
             */
            at: {
                [key: string]: string | number | null;
            };
            /**
             * Part
             * @default numerator
             * @enum {string}
             */
            part: "numerator" | "denominator";
        };
        /**
         * RuleCountResponse
         * @description How many rows broke a rule.
         */
        RuleCountResponse: {
            /** Rule */
            rule: string;
            title: components["schemas"]["Words-Output"];
            /** N */
            n: number;
        };
        /**
         * RuleResponse
         * @description One rule of every scan.
         */
        RuleResponse: {
            /** Key */
            key: string;
            title: components["schemas"]["Words-Output"];
            metric: components["schemas"]["Words-Output"];
        };
        /**
         * ScanRequest
         * @description as_of: scan as on this day; today if it is None. after_import: scan only if there is history enough for a baseline.
         */
        ScanRequest: {
            /** As Of */
            as_of?: string | null;
            /**
             * After Import
             * @default false
             */
            after_import: boolean;
        };
        /**
         * ScanRulesResponse
         * @description What every scan tests, and the expected number of false alarms per week over all rules.
         */
        ScanRulesResponse: {
            /** False Alarms Per Week */
            false_alarms_per_week: number;
            /** Rules */
            rules: components["schemas"]["RuleResponse"][];
        };
        /**
         * ScanSkipped
         * @description There was too little history to scan, and how much is needed.
         */
        ScanSkipped: {
            skipped: components["schemas"]["Words-Output"];
        };
        /**
         * Series
         * @description One line or set of bars over `x`. dashed_from: from this place on the data is incomplete.
         */
        Series: {
            /** Key */
            key: string;
            name: components["schemas"]["Words-Output"];
            /** Values */
            values: (number | null)[];
            /** Low */
            low: (number | null)[];
            /** High */
            high: (number | null)[];
            /** Dashed From */
            dashed_from: number | null;
            /**
             * Muted
             * @default false
             */
            muted: boolean;
        };
        /**
         * SessionResponse
         * @description Who is logged in. csrf: what requests that change something carry; first_run: there is no account yet.
         */
        SessionResponse: {
            user: components["schemas"]["PersonResponse"] | null;
            /** Csrf */
            csrf: string | null;
            /** First Run */
            first_run: boolean;
        };
        /**
         * Setting
         * @description A setting with its value, the name it has in the environment, and what it does.
         */
        Setting: {
            /** Name */
            name: string;
            value: components["schemas"]["JsonValue"];
            /** Environment */
            environment: string;
            /** About */
            about: string;
        };
        /**
         * SignalDetailResponse
         * @description A signal with its evidence. why: what the second-stage test concluded. limit: that was crossed, in the metric's unit.
         *
         *     tickets: the newest of its slice and period, as lists of tickets show them.
         */
        SignalDetailResponse: {
            /** Id */
            id: string;
            /** Metric */
            metric: string;
            title: components["schemas"]["Words-Output"];
            /** Where */
            where: {
                [key: string]: string[];
            };
            period: components["schemas"]["DateRange"];
            /**
             * Found At
             * Format: date
             */
            found_at: string;
            /**
             * Last Seen
             * Format: date
             */
            last_seen: string;
            /** Window Weeks */
            window_weeks: number;
            /** Window Days */
            window_days: number;
            /** Observed */
            observed: number;
            /** Expected */
            expected: number;
            /** Ratio */
            ratio: number | null;
            interval: components["schemas"]["Interval"];
            /** Score */
            score: number | null;
            /** Rule */
            rule: string;
            /**
             * State
             * @enum {string}
             */
            state: "open" | "dismissed" | "snoozed" | "inactive" | "rebaselined";
            /** Reason */
            reason: string | null;
            /** Snoozed Until */
            snoozed_until: string | null;
            /** Problem Id */
            problem_id: string | null;
            why: components["schemas"]["Words-Output"] | null;
            /** Suspects */
            suspects: components["schemas"]["SuspectResponse"][];
            /** Outside */
            outside: boolean;
            /** Simpson Reversal */
            simpson_reversal: boolean;
            mix_rate: components["schemas"]["ChartSpec"] | null;
            chart: components["schemas"]["ChartSpec"] | null;
            onset_age: components["schemas"]["AgeOnsetResponse"] | null;
            /** Limit */
            limit: number | null;
            /** False Alarms Per Week */
            false_alarms_per_week: number;
            /** Tickets */
            tickets: components["schemas"]["TicketBrief"][];
            tickets_totals: components["schemas"]["TicketTotalsResponse"];
        };
        /**
         * SignalProblemRequest
         * @description What a person adds to the signal that becomes a problem.
         */
        SignalProblemRequest: {
            /** Title */
            title?: string | null;
            /** Owner */
            owner?: string | null;
            /** Due */
            due?: string | null;
        };
        /**
         * SignalResponse
         * @description A signal as lists show it. period: the days outside the baseline. observed, expected: over these days.
         */
        SignalResponse: {
            /** Id */
            id: string;
            /** Metric */
            metric: string;
            title: components["schemas"]["Words-Output"];
            /** Where */
            where: {
                [key: string]: string[];
            };
            period: components["schemas"]["DateRange"];
            /**
             * Found At
             * Format: date
             */
            found_at: string;
            /**
             * Last Seen
             * Format: date
             */
            last_seen: string;
            /** Window Weeks */
            window_weeks: number;
            /** Window Days */
            window_days: number;
            /** Observed */
            observed: number;
            /** Expected */
            expected: number;
            /** Ratio */
            ratio: number | null;
            interval: components["schemas"]["Interval"];
            /** Score */
            score: number | null;
            /** Rule */
            rule: string;
            /**
             * State
             * @enum {string}
             */
            state: "open" | "dismissed" | "snoozed" | "inactive" | "rebaselined";
            /** Reason */
            reason: string | null;
            /** Snoozed Until */
            snoozed_until: string | null;
            /** Problem Id */
            problem_id: string | null;
        };
        /**
         * SilenceResponse
         * @description Days without any ticket of a source. ongoing: it has not spoken since.
         */
        SilenceResponse: {
            /** Source */
            source: string;
            period: components["schemas"]["DateRange"];
            /** Days */
            days: number;
            /** Ongoing */
            ongoing: boolean;
        };
        /**
         * SimilarCaseResponse
         * @description A resolved ticket like the one in question. common_words: words that both have, the most informative first.
         */
        SimilarCaseResponse: {
            /** Ticket Id */
            ticket_id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Text */
            text: string;
            /** Model */
            model: string | null;
            /** Fault */
            fault: string | null;
            /** Cause */
            cause: string | null;
            /** Solution */
            solution: string | null;
            /** Common Words */
            common_words: string[];
        };
        /**
         * SliceForecast
         * @description The forecast of one slice; without `where` all the smaller ones. previous: tickets of as many days before.
         */
        SliceForecast: {
            /** Expected */
            expected: number[];
            /** Low */
            low: number[];
            /** High */
            high: number[];
            /** Total */
            total: number;
            /** Where */
            where: {
                [key: string]: string[];
            };
            /** Previous */
            previous: number;
        };
        /**
         * SlowTicketsResponse
         * @description The slowest tickets: `n` of `resolved`, which took more than `hours`. subgroups: slices with more than their part.
         */
        SlowTicketsResponse: {
            /**
             * Available
             * @default true
             * @constant
             */
            available: true;
            /** Hours */
            hours: number;
            /** N */
            n: number;
            /** Resolved */
            resolved: number;
            /** Subgroups */
            subgroups: components["schemas"]["SubgroupResponse"][];
            sentence: components["schemas"]["Words-Output"];
        };
        /**
         * Snooze
         * @description The day on which the signal opens again.
         */
        Snooze: {
            /**
             * Until
             * Format: date
             */
            until: string;
        };
        /**
         * SourceResponse
         * @description Where files come from. silent_days: for how long it has delivered nothing, where that is more than chance.
         */
        SourceResponse: {
            /** Source */
            source: string;
            connector: components["schemas"]["Titled"] | null;
            /** Batches */
            batches: number;
            /** Tickets */
            tickets: number;
            /** Last Import At */
            last_import_at: string | null;
            /** Last Ticket At */
            last_ticket_at: string | null;
            /** Silent Days */
            silent_days: number | null;
            /** Has Mapping */
            has_mapping: boolean;
        };
        /**
         * StaffingResponse
         * @description A team's queue as it is and with other people. people_on_duty: on each weekday, Monday first.
         */
        StaffingResponse: {
            /** Team */
            team: string;
            /** People */
            people: number;
            /** Backlog */
            backlog: number;
            /** Per Person */
            per_person: number;
            /** People On Duty */
            people_on_duty: number[];
            sentence: components["schemas"]["Words-Output"];
            as_is: components["schemas"]["QueueResponse"];
            changed: components["schemas"]["QueueResponse"];
            chart: components["schemas"]["ChartSpec"];
        };
        /**
         * StepTicket
         * @description A ticket in which a step occurs so many times.
         */
        StepTicket: {
            /** Ticket Id */
            ticket_id: string;
            /** Source */
            source: string | null;
            /** Channel */
            channel: string | null;
            /** Kind */
            kind: string | null;
            /** Created At */
            created_at: string | null;
            /** Title */
            title: string | null;
            /** Product */
            product: string | null;
            /** Model */
            model: string | null;
            /** Version */
            version: string | null;
            /** Province */
            province: string | null;
            /** Category */
            category: string | null;
            /** Fault */
            fault: string | null;
            /** Severity */
            severity: string | null;
            /** Priority */
            priority: string | null;
            /** Team */
            team: string | null;
            /** Agent */
            agent: string | null;
            /** Status */
            status: string | null;
            /** Resolved At */
            resolved_at: string | null;
            /** Duplicate Of */
            duplicate_of: string | null;
            /** Problem Id */
            problem_id: string | null;
            /** Excerpt */
            excerpt: string | null;
            /** Occurrences */
            occurrences: number;
        };
        /**
         * SubgroupResponse
         * @description A slice, and how many of the tickets in question it has. share: of all of them.
         *
         *     expected: how many its size alone gives it. ratio: tickets over expected, with its interval.
         */
        SubgroupResponse: {
            /** Where */
            where: {
                [key: string]: string[];
            };
            /** Tickets */
            tickets: number;
            /** Expected */
            expected: number;
            /** Share */
            share: number;
            /** Ratio */
            ratio: number;
            interval: components["schemas"]["Interval"];
            sentence: components["schemas"]["Words-Output"];
        };
        /**
         * SuspectResponse
         * @description A slice that explains part of a change.
         *
         *     observed, expected: events, means or a quantile, by the metric. share: part of the whole change, None where others
         *     offset it. ratio: observed over expected (odds ratio of a share by its values), None where nothing was expected. since:
         *     the onset, where it is known. ambiguous_with: slices of nearly the same tickets.
         */
        SuspectResponse: {
            /** Where */
            where: {
                [key: string]: string[];
            };
            /** Observed */
            observed: number;
            /** Expected */
            expected: number;
            /** Share */
            share: number | null;
            /** Ratio */
            ratio: number | null;
            interval: components["schemas"]["Interval"];
            /** P */
            p: number;
            /** Since */
            since: string | null;
            sentence: components["schemas"]["Words-Output"];
            /** Ambiguous With */
            ambiguous_with: {
                [key: string]: string[];
            }[];
        };
        /**
         * TableMappingForm
         * @description How one table becomes a fact: the field of each column (null: kept aside), and how its times are written.
         */
        TableMappingForm: {
            /**
             * Name
             * @default
             */
            name: string;
            /**
             * Fact
             * @default
             */
            fact: string;
            /**
             * Columns
             * @default {}
             */
            columns: {
                [key: string]: string | null;
            };
            /**
             * Formats
             * @default {}
             */
            formats: {
                [key: string]: string;
            };
        };
        /**
         * TableMappingResponse
         * @description How one table becomes a fact.
         */
        TableMappingResponse: {
            /** Name */
            name: string;
            /** Fact */
            fact: string;
            /** Columns */
            columns: {
                [key: string]: string | null;
            };
            /** Formats */
            formats: {
                [key: string]: string;
            };
        };
        /**
         * TablePreviewResponse
         * @description One table of a file as an import would take it. importable: nothing that it must have is `missing`.
         */
        TablePreviewResponse: {
            /** Name */
            name: string;
            /** Fact */
            fact: string;
            fact_title: components["schemas"]["Words-Output"];
            /** Importable */
            importable: boolean;
            /** Missing */
            missing: components["schemas"]["Titled"][];
            /** Columns */
            columns: components["schemas"]["ColumnResponse"][];
            /** Rows */
            rows: string[][];
            /** Row Numbers */
            row_numbers: number[];
            /** Problems */
            problems: components["schemas"]["ProblemResponse"][];
            /** Notes */
            notes: components["schemas"]["ProblemResponse"][];
            /** Formats */
            formats: {
                [key: string]: string;
            };
        };
        /**
         * TargetResponse
         * @description A field that a column may be mapped to; `needed`: without one there is no table of this kind.
         */
        TargetResponse: {
            /** Key */
            key: string;
            title: components["schemas"]["Words-Output"];
            /**
             * Kind
             * @enum {string}
             */
            kind: "text" | "integer" | "number" | "time" | "date" | "flag" | "map";
            /** Needed */
            needed: boolean;
        };
        /**
         * TaxonomyForm
         * @description The taxonomy as people edit it. What is left out besides the types stays as in the default.
         */
        TaxonomyForm: {
            /**
             * Version
             * @default 1
             */
            version: number;
            /** Types */
            types: components["schemas"]["CategoryForm-Input"][];
            /** Severities */
            severities?: components["schemas"]["WordsForm-Input"][] | null;
            /** Kinds */
            kinds?: components["schemas"]["WordsForm-Input"][] | null;
            /** Negative */
            negative?: string[] | null;
            /** Positive */
            positive?: string[] | null;
            /** Negations */
            negations?: string[] | null;
        };
        /**
         * TaxonomyResponse
         * @description The taxonomy in force. Severities stand from worst to least.
         */
        TaxonomyResponse: {
            /** Version */
            version: number;
            /** Types */
            types: components["schemas"]["CategoryForm-Output"][];
            /** Severities */
            severities: components["schemas"]["WordsForm-Output"][];
            /** Kinds */
            kinds: components["schemas"]["WordsForm-Output"][];
            /** Negative */
            negative: string[];
            /** Positive */
            positive: string[];
            /** Negations */
            negations: string[];
        };
        /**
         * TicketBrief
         * @description A ticket in a list. excerpt: the beginning of what it says. duplicate_of, problem_id: ids; None where none.
         */
        TicketBrief: {
            /** Ticket Id */
            ticket_id: string;
            /** Source */
            source: string | null;
            /** Channel */
            channel: string | null;
            /** Kind */
            kind: string | null;
            /** Created At */
            created_at: string | null;
            /** Title */
            title: string | null;
            /** Product */
            product: string | null;
            /** Model */
            model: string | null;
            /** Version */
            version: string | null;
            /** Province */
            province: string | null;
            /** Category */
            category: string | null;
            /** Fault */
            fault: string | null;
            /** Severity */
            severity: string | null;
            /** Priority */
            priority: string | null;
            /** Team */
            team: string | null;
            /** Agent */
            agent: string | null;
            /** Status */
            status: string | null;
            /** Resolved At */
            resolved_at: string | null;
            /** Duplicate Of */
            duplicate_of: string | null;
            /** Problem Id */
            problem_id: string | null;
            /** Excerpt */
            excerpt: string | null;
        };
        /**
         * TicketPage
         * @description A page of tickets. A list holds all that was reported; `totals` says what figures leave out of it.
         */
        TicketPage: {
            /** Items */
            items: components["schemas"]["TicketBrief"][];
            /** Total */
            total: number;
            /** Next */
            next: number | null;
            totals: components["schemas"]["TicketTotalsResponse"];
        };
        /**
         * TicketResponse
         * @description Everything about one ticket. fields: all of its columns by name, as `columns` titles them.
         */
        TicketResponse: {
            /** Ticket Id */
            ticket_id: string;
            /** Source */
            source: string | null;
            /** Title */
            title: string | null;
            /** Description */
            description: string | null;
            /** Created At */
            created_at: string | null;
            /** Customer Id */
            customer_id: string | null;
            /** Duplicate Of */
            duplicate_of: string | null;
            /** Fields */
            fields: {
                [key: string]: string | boolean | number | {
                    [key: string]: string | null;
                } | null;
            };
            /** Columns */
            columns: components["schemas"]["Titled"][];
            /** Events */
            events: components["schemas"]["EventResponse"][];
            /** Labels */
            labels: components["schemas"]["LabelResponse"][];
            /** Corrections */
            corrections: components["schemas"]["CorrectionResponse"][];
            priority_why: components["schemas"]["Words-Output"];
            /** Duplicates */
            duplicates: components["schemas"]["TicketBrief"][];
            /** Repeats */
            repeats: components["schemas"]["TicketBrief"][];
            /** Problem Id */
            problem_id: string | null;
        };
        /**
         * TicketTotalsResponse
         * @description How many tickets a list has, and how many of them figures count: not duplicates, nor invalid ones.
         */
        TicketTotalsResponse: {
            /** Total */
            total: number;
            /** Counted */
            counted: number;
            /** Duplicates */
            duplicates: number;
            /** Invalid */
            invalid: number;
        };
        /**
         * TicketsAdded
         * @description By hand.
         */
        TicketsAdded: {
            /** Count */
            count: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "tickets_added";
        };
        /**
         * TicketsRemoved
         * @description By hand.
         */
        TicketsRemoved: {
            /** Count */
            count: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "tickets_removed";
        };
        /**
         * TimedTicket
         * @description A ticket with its hours from creation to resolution; null while it is open.
         */
        TimedTicket: {
            /** Ticket Id */
            ticket_id: string;
            /** Source */
            source: string | null;
            /** Channel */
            channel: string | null;
            /** Kind */
            kind: string | null;
            /** Created At */
            created_at: string | null;
            /** Title */
            title: string | null;
            /** Product */
            product: string | null;
            /** Model */
            model: string | null;
            /** Version */
            version: string | null;
            /** Province */
            province: string | null;
            /** Category */
            category: string | null;
            /** Fault */
            fault: string | null;
            /** Severity */
            severity: string | null;
            /** Priority */
            priority: string | null;
            /** Team */
            team: string | null;
            /** Agent */
            agent: string | null;
            /** Status */
            status: string | null;
            /** Resolved At */
            resolved_at: string | null;
            /** Duplicate Of */
            duplicate_of: string | null;
            /** Problem Id */
            problem_id: string | null;
            /** Excerpt */
            excerpt: string | null;
            /** Duration Hours */
            duration_hours: number | null;
        };
        /**
         * Titled
         * @description A key, and what it is called.
         */
        Titled: {
            /** Key */
            key: string;
            title: components["schemas"]["Words-Output"];
        };
        /**
         * TokenRequest
         * @description permissions: some of one's own; days: how long the token lasts.
         */
        TokenRequest: {
            /** Name */
            name: string;
            /** Permissions */
            permissions: string[];
            /**
             * Days
             * @default 90
             */
            days: number;
        };
        /**
         * TopicDetailResponse
         * @description A topic with what distinguishes it, and tickets that represent it.
         */
        TopicDetailResponse: {
            /** Number */
            number: number;
            /** Name */
            name: string;
            /** Phrases */
            phrases: components["schemas"]["PhraseResponse"][];
            /** By Hand */
            by_hand: boolean;
            /**
             * State
             * @enum {string}
             */
            state: "live" | "merged" | "gone";
            /** Into */
            into: number | null;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** By */
            by: string;
            /** Label */
            label: string;
            /** Tickets */
            tickets: number;
            /** Before */
            before: number | null;
            /** Share */
            share: number;
            growth: components["schemas"]["GrowthResponse"] | null;
            /** Fields */
            fields: components["schemas"]["DistinguishingValueResponse"][];
            /** Representatives */
            representatives: components["schemas"]["RepresentativeResponse"][];
        };
        /**
         * TopicFiguresResponse
         * @description A topic in a period. before: tickets of the period before; None where there is none. share: of all tickets.
         */
        TopicFiguresResponse: {
            /** Number */
            number: number;
            /** Name */
            name: string;
            /** Phrases */
            phrases: components["schemas"]["PhraseResponse"][];
            /** By Hand */
            by_hand: boolean;
            /**
             * State
             * @enum {string}
             */
            state: "live" | "merged" | "gone";
            /** Into */
            into: number | null;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** By */
            by: string;
            /** Label */
            label: string;
            /** Tickets */
            tickets: number;
            /** Before */
            before: number | null;
            /** Share */
            share: number;
            growth: components["schemas"]["GrowthResponse"] | null;
        };
        /**
         * TopicResponse
         * @description A topic as it is kept. by_hand: a person named it. into: the topic that it was merged into.
         */
        TopicResponse: {
            /** Number */
            number: number;
            /** Name */
            name: string;
            /** Phrases */
            phrases: components["schemas"]["PhraseResponse"][];
            /** By Hand */
            by_hand: boolean;
            /**
             * State
             * @enum {string}
             */
            state: "live" | "merged" | "gone";
            /** Into */
            into: number | null;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** By */
            by: string;
        };
        /**
         * TopicRunResponse
         * @description The result of a run: numbers of topics, of new ones among them, and of tickets assigned.
         */
        TopicRunResponse: {
            /** Topics */
            topics: number;
            /** New */
            new: number;
            /** Tickets */
            tickets: number;
        };
        /**
         * TopicTrendResponse
         * @description A topic against the period before. pareto: one of the few that make up most tickets in topics.
         */
        TopicTrendResponse: {
            /** Tickets */
            tickets: number;
            /** Before */
            before: number;
            /** Expected */
            expected: number;
            /** Ratio */
            ratio: number;
            interval: components["schemas"]["Interval"];
            /** Increased */
            increased: boolean;
            /** Number */
            number: number;
            /** Label */
            label: string;
            /** Share */
            share: number;
            /** Cumulative Share */
            cumulative_share: number;
            /** Pareto */
            pareto: boolean;
        };
        /**
         * TrackRecordResponse
         * @description The last replay, None before the first. available: whether there is history enough for one.
         */
        TrackRecordResponse: {
            record: components["schemas"]["RecordResponse"] | null;
            /** Available */
            available: boolean;
            precision: components["schemas"]["PrecisionResponse"];
        };
        /**
         * TrendsResponse
         * @description Topics and phrases against the period before. per_unit: per unit in service; else per day.
         */
        TrendsResponse: {
            /**
             * Available
             * @default true
             * @constant
             */
            available: true;
            period: components["schemas"]["DateRange"];
            before: components["schemas"]["DateRange"];
            /** Per Unit */
            per_unit: boolean;
            /** Topics */
            topics: components["schemas"]["TopicTrendResponse"][];
            /** Phrases */
            phrases: components["schemas"]["PhraseTrendResponse"][];
            sentence: components["schemas"]["Words-Output"];
        };
        /**
         * Unavailable
         * @description Nothing is known yet, and why. `needed` and `found`: how much of what is missing, where that can be counted.
         */
        Unavailable: {
            /**
             * Available
             * @default false
             * @constant
             */
            available: false;
            reason: components["schemas"]["Words-Output"];
            /** Needed */
            needed: number | null;
            /** Found */
            found: number | null;
        };
        /**
         * UnclassifiedResponse
         * @description Tickets without a category, also after labelling.
         */
        UnclassifiedResponse: {
            /** N */
            n: number;
            /** Share */
            share: number | null;
        };
        /**
         * UndoneBatch
         * @description The import that was taken out.
         */
        UndoneBatch: {
            /** Batch */
            batch: string;
        };
        /**
         * Unit
         * @description A unit of measure: its key, and how it is written.
         */
        Unit: {
            /** Key */
            key: string;
            text: components["schemas"]["Words-Output"];
        };
        /**
         * UploadResponse
         * @description A file that was uploaded and not imported yet.
         */
        UploadResponse: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Bytes */
            bytes: number;
            connector: components["schemas"]["Titled"];
        };
        /** UserChange */
        UserChange: {
            /** Name */
            name?: string | null;
            /** Role */
            role?: ("admin" | "analyst" | "supervisor" | "agent" | "viewer") | null;
            /** Language */
            language?: ("zh" | "en") | null;
            /** Active */
            active?: boolean | null;
            /** Password */
            password?: string | null;
        };
        /**
         * UserResponse
         * @description An account.
         */
        UserResponse: {
            /** Id */
            id: string;
            /** Login */
            login: string;
            /** Name */
            name: string;
            /**
             * Role
             * @enum {string}
             */
            role: "admin" | "analyst" | "supervisor" | "agent" | "viewer";
            /**
             * Language
             * @enum {string}
             */
            language: "zh" | "en";
            /** Permissions */
            permissions: string[];
            /** Active */
            active: boolean;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Last Login At */
            last_login_at: string | null;
        };
        /**
         * VariantResponse
         * @description A sequence of steps, the tickets that went through exactly it, and their mean hours from first to last step.
         */
        VariantResponse: {
            /** Steps */
            steps: string[];
            /** Tickets */
            tickets: number;
            /** Share */
            share: number;
            /** Mean Hours */
            mean_hours: number;
        };
        /**
         * VerdictResponse
         * @description A verdict; see `problem.models.Verdict`. title: the outcome in words.
         */
        VerdictResponse: {
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "effective" | "not_effective" | "too_early" | "not_measurable";
            title: components["schemas"]["Words-Output"];
            /** Reason */
            reason: string;
            sentence: components["schemas"]["Words-Output"];
            naive_sentence: components["schemas"]["Words-Output"];
            effect: components["schemas"]["EffectResponse"] | null;
            naive: components["schemas"]["EffectResponse"] | null;
            /** Season */
            season: number;
            /** N */
            n: number;
            /** Weeks */
            weeks: number;
            /** Verdict Due On */
            verdict_due_on: string | null;
            /**
             * Judged On
             * Format: date
             */
            judged_on: string;
            /** Final */
            final: boolean;
            chart: components["schemas"]["ChartSpec"];
        };
        /**
         * VerdictsRequest
         * @description As on which day; today where it is left out.
         */
        VerdictsRequest: {
            /** As Of */
            as_of?: string | null;
        };
        /**
         * VerdictsSummary
         * @description What judging changed. judged: outcomes by action. verified, reopened: problems.
         */
        VerdictsSummary: {
            /** Judged */
            judged: {
                [key: string]: "effective" | "not_effective" | "too_early" | "not_measurable";
            };
            /** Verified */
            verified: string[];
            /** Reopened */
            reopened: string[];
        };
        /**
         * VolumeForecast
         * @description Tickets to come by slice and in all. empirical_coverage: share of past counts inside the intervals of then.
         */
        VolumeForecast: {
            /**
             * Available
             * @default true
             * @constant
             */
            available: true;
            /**
             * Grain
             * @enum {string}
             */
            grain: "day" | "week";
            /** By */
            by: string[];
            history: components["schemas"]["DateRange"];
            /** Steps */
            steps: string[];
            /** Level */
            level: number;
            /** Empirical Coverage */
            empirical_coverage: number | null;
            whole: components["schemas"]["ForecastSeries"];
            /** Series */
            series: components["schemas"]["SliceForecast"][];
            /** Events */
            events: components["schemas"]["CalendarEvent"][];
            /**
             * Holidays Published Until
             * Format: date
             */
            holidays_published_until: string;
            /** Beyond Published Holidays */
            beyond_published_holidays: boolean;
            chart: components["schemas"]["ChartSpec"];
        };
        /**
         * WeibullResponse
         * @description The fitted life. failing_fraction: share of units that ever fail; start: months of constant rate before it begins.
         */
        WeibullResponse: {
            shape: components["schemas"]["Estimate"];
            scale_months: components["schemas"]["Estimate"];
            failing_fraction: components["schemas"]["Estimate"];
            /** Dispersion */
            dispersion: number;
            /** Start */
            start: number;
        };
        /**
         * Words
         * @description One text in Chinese and in English. Both are owed: an empty one is refused.
         *
         *     >>> Words("故障率", "Failure rate").into("en")
         *     'Failure rate'
         */
        "Words-Input": {
            /** Zh */
            zh: string;
            /** En */
            en: string;
        };
        /**
         * Words
         * @description One text in Chinese and in English. Both are owed: an empty one is refused.
         *
         *     >>> Words("故障率", "Failure rate").into("en")
         *     'Failure rate'
         */
        "Words-Output": {
            /** Zh */
            zh: string;
            /** En */
            en: string;
        };
        /**
         * WordsForm
         * @description A severity or a kind, with the words that tell of it.
         */
        "WordsForm-Input": {
            /** Key */
            key: string;
            title: components["schemas"]["Words-Input"];
            /** Words */
            words: string[];
        };
        /**
         * WordsForm
         * @description A severity or a kind, with the words that tell of it.
         */
        "WordsForm-Output": {
            /** Key */
            key: string;
            title: components["schemas"]["Words-Output"];
            /** Words */
            words: string[];
        };
        /**
         * FieldError
         * @description What is wrong with one part of a request.
         *
         *     loc: where it lies, such as ["query", "limit"]; pointer: the same as a JSON pointer, for a part of the body;
         *     code: the kind of error; value: what was sent, where that is short and no secret.
         */
        FieldError: {
            /** Loc */
            loc: (string | number)[];
            /** Pointer */
            pointer: string | null;
            /** Code */
            code: string;
            message: components["schemas"]["Words"];
            value: components["schemas"]["JsonValue"];
        };
        /**
         * Words
         * @description One text in Chinese and in English. Both are owed: an empty one is refused.
         *
         *     >>> Words("故障率", "Failure rate").into("en")
         *     'Failure rate'
         */
        Words: {
            /** Zh */
            zh: string;
            /** En */
            en: string;
        };
        /**
         * Problem
         * @description What is wrong and what to do next.
         *
         *     code: stable, for programs; detail: for the reader, in the language of `Accept-Language`, else of the person, else of
         *     the installation; details: the same in both languages; errors: every part of the request that does not fit.
         */
        Problem: {
            /**
             * Type
             * @default about:blank
             */
            type: string;
            /** Title */
            title: string;
            /** Status */
            status: number;
            /** Detail */
            detail: string;
            /** Instance */
            instance: string;
            /** Code */
            code: string;
            details: components["schemas"]["Words"];
            /**
             * Errors
             * @default null
             */
            errors: components["schemas"]["FieldError"][] | null;
        };
    };
    responses: {
        /** @description What is wrong. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_session_api_session_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    log_in_api_session_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    log_out_api_session_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    make_first_admin_api_first_admin_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FirstAdmin"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_people_api_people_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NamedPerson"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_roles_api_roles_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleResponse"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_users_api_users_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResponse"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    create_user_api_users_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    change_user_api_users__user_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    change_me_api_me_patch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MyChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_tokens_api_tokens_get: {
        parameters: {
            query?: {
                everyone?: boolean;
                /** @description how many at most */
                limit?: number;
                /** @description `next` of the page before */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AccessTokenResponse_"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    create_token_api_tokens_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewAccessToken"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    revoke_token_api_tokens__token_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessTokenResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_audit_api_audit_get: {
        parameters: {
            query?: {
                /** @description how many at most */
                limit?: number;
                /** @description `next` of the page before */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AuditLineResponse_"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_choices_api_explain_choices_get: {
        parameters: {
            query: {
                metric: string;
                where?: string[] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChoiceResponse"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    explain_figure_api_explain_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExplainRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplanationResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    show_forecast_api_forecast_get: {
        parameters: {
            query?: {
                by?: string[];
                where?: string[];
                grain?: "day" | "week";
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VolumeForecast"] | components["schemas"]["Unavailable"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    show_staffing_api_forecast_staffing_get: {
        parameters: {
            query: {
                team: string;
                people?: number;
                per_person?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffingResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    upload_file_api_uploads_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    preview_upload_api_uploads__upload_id__preview_get: {
        parameters: {
            query?: {
                source?: string | null;
            };
            header?: never;
            path: {
                upload_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    preview_upload_as_api_uploads__upload_id__preview_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    drop_upload_api_uploads__upload_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upload_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    list_fields_api_fields_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: components["schemas"]["TargetResponse"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_sources_api_sources_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceResponse"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    show_mapping_api_sources__source__mapping_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    save_mapping_api_sources__source__mapping_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MappingForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MappingResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_batches_api_batches_get: {
        parameters: {
            query?: {
                /** @description how many at most */
                limit?: number;
                /** @description `next` of the page before */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_BatchResponse_"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    show_batch_api_batches__batch_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_problems_api_batches__batch_id__problems_get: {
        parameters: {
            query?: {
                rule?: string | null;
                /** @description how many at most */
                limit?: number;
                /** @description `next` of the page before */
                offset?: number;
            };
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    show_quality_api_quality_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualityResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_articles_api_articles_get: {
        parameters: {
            query?: {
                q?: string;
                /** @description how many at most */
                limit?: number;
                /** @description `next` of the page before */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ArticleResponse_"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    show_article_api_articles__article_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    edit_article_api_articles__article_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArticlePatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    publish_article_api_articles__article_id__publish_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    retire_article_api_articles__article_id__retire_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                article_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_similar_cases_api_similar_cases_get: {
        parameters: {
            query?: {
                ticket?: string;
                problem?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimilarCaseResponse"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_problems_api_problems_get: {
        parameters: {
            query?: {
                stage?: ("open" | "investigating" | "acting" | "verifying" | "verified" | "closed" | "reopened") | null;
                owner?: string;
                q?: string;
                /** @description how many at most */
                limit?: number;
                /** @description `next` of the page before */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ProblemBrief_"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    create_problem_api_problems_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProblemRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    show_problem_api_problems__problem_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                problem_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    edit_problem_api_problems__problem_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                problem_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProblemPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    move_problem_api_problems__problem_id__move_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                problem_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    link_tickets_api_problems__problem_id__tickets_patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                problem_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinksPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    add_cause_api_problems__problem_id__causes_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                problem_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CauseRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    confirm_cause_api_problems__problem_id__causes__cause_id__confirm_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                problem_id: string;
                cause_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    add_action_api_problems__problem_id__actions_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                problem_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_actions_api_actions_get: {
        parameters: {
            query?: {
                /** @description how many at most */
                limit?: number;
                /** @description `next` of the page before */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ActionResponse_"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    show_action_api_actions__action_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                action_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    cancel_action_api_actions__action_id__cancel_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                action_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    show_map_api_process_get: {
        parameters: {
            query?: {
                /** @description what names a step: auto, activity, step or team */
                by?: string;
                /** @description filters such as province=北京市 */
                where?: string[] | null;
                /** @description 2025-Q1, last-8-weeks, all */
                period?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessMapResponse"] | components["schemas"]["Unavailable"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    show_handovers_api_process_handovers_get: {
        parameters: {
            query?: {
                /** @description filters such as province=北京市 */
                where?: string[] | null;
                /** @description 2025-Q1, last-8-weeks, all */
                period?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoversResponse"] | components["schemas"]["Unavailable"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    show_ping_pong_api_process_ping_pong_get: {
        parameters: {
            query?: {
                /** @description filters such as province=北京市 */
                where?: string[] | null;
                /** @description 2025-Q1, last-8-weeks, all */
                period?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PingPongResponse"] | components["schemas"]["Unavailable"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    show_slow_tickets_api_process_slow_tickets_get: {
        parameters: {
            query?: {
                /** @description filters such as province=北京市 */
                where?: string[] | null;
                /** @description 2025-Q1, last-8-weeks, all */
                period?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlowTicketsResponse"] | components["schemas"]["Unavailable"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    show_conformance_api_process_conformance_get: {
        parameters: {
            query?: {
                /** @description what names a step: auto, activity, step or team */
                by?: string;
                /** @description filters such as province=北京市 */
                where?: string[] | null;
                /** @description 2025-Q1, last-8-weeks, all */
                period?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConformanceResponse"] | components["schemas"]["Unavailable"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_tickets_of_edge_api_process_edges_tickets_get: {
        parameters: {
            query: {
                source: string;
                target: string;
                /** @description what names a step: auto, activity, step or team */
                by?: string;
                /** @description filters such as province=北京市 */
                where?: string[] | null;
                /** @description 2025-Q1, last-8-weeks, all */
                period?: string;
                /** @description how many at most */
                limit?: number;
                /** @description `next` of the page before */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EdgeTicketPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_tickets_of_variant_api_process_variants_tickets_get: {
        parameters: {
            query: {
                /** @description the steps of the variant, in order */
                step: string[];
                /** @description what names a step: auto, activity, step or team */
                by?: string;
                /** @description filters such as province=北京市 */
                where?: string[] | null;
                /** @description 2025-Q1, last-8-weeks, all */
                period?: string;
                /** @description how many at most */
                limit?: number;
                /** @description `next` of the page before */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TimedTicket_"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_tickets_of_step_api_process_steps_tickets_get: {
        parameters: {
            query: {
                step: string;
                /** @description what names a step: auto, activity, step or team */
                by?: string;
                /** @description filters such as province=北京市 */
                where?: string[] | null;
                /** @description 2025-Q1, last-8-weeks, all */
                period?: string;
                /** @description how many at most */
                limit?: number;
                /** @description `next` of the page before */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_StepTicket_"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_tickets_of_deviation_api_process_deviations_tickets_get: {
        parameters: {
            query: {
                kind: string;
                step: string;
                /** @description what names a step: auto, activity, step or team */
                by?: string;
                /** @description filters such as province=北京市 */
                where?: string[] | null;
                /** @description 2025-Q1, last-8-weeks, all */
                period?: string;
                /** @description how many at most */
                limit?: number;
                /** @description `next` of the page before */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_TimedTicket_"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_open_tickets_at_risk_api_process_remaining_time_get: {
        parameters: {
            query?: {
                /** @description what names a step: auto, activity, step or team */
                by?: string;
                /** @description how many at most */
                limit?: number;
                /** @description filters such as province=北京市 */
                where?: string[] | null;
                /** @description 2025-Q1, last-8-weeks, all */
                period?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenTicketRiskResponse"] | components["schemas"]["Unavailable"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    show_remaining_time_api_process_remaining_time__ticket_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemainingTimeResponse"] | components["schemas"]["NoRemainingTimeResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    show_reference_model_api_process_reference_model_get: {
        parameters: {
            query?: {
                /** @description what names a step: auto, activity, step or team */
                by?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferenceModelResponse"] | components["schemas"]["Unavailable"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    set_reference_model_api_process_reference_model_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReferenceModelRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferenceModelResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    clear_reference_model_api_process_reference_model_delete: {
        parameters: {
            query?: {
                /** @description what names a step: auto, activity, step or team */
                by?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferenceModelResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_metrics_api_metrics_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetricDetail"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    show_metric_api_metrics__key__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetricDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_dimensions_api_dimensions_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DimensionDetail"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_values_api_dimensions__key__values_get: {
        parameters: {
            query?: {
                search?: string;
                /** @description how many at most */
                limit?: number;
                /** @description `next` of the page before */
                offset?: number;
            };
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DimensionValue_"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    ask_api_questions_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    show_rows_api_questions_rows_post: {
        parameters: {
            query?: {
                /** @description how many at most */
                limit?: number;
                /** @description `next` of the page before */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RowsRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowsPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_groups_api_reliability_get: {
        parameters: {
            query?: {
                by?: string;
                /** @description filters such as fault=续航短 */
                where?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupsResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    show_life_api_reliability_life_get: {
        parameters: {
            query: {
                /** @description names the group: batch=R-2603 */
                group: string[];
                by?: string;
                /** @description filters such as fault=续航短 */
                where?: string[];
                /** @description of one repair, in the company's currency */
                cost?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LifeResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_reports_api_reports_get: {
        parameters: {
            query?: {
                /** @description how many at most */
                limit?: number;
                /** @description `next` of the page before */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ReportResponse_"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    create_report_api_reports_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobOf_MadeReport_"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    read_html_api_reports__report_id__html_get: {
        parameters: {
            query?: {
                download?: boolean;
            };
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    read_pdf_api_reports__report_id__pdf_get: {
        parameters: {
            query?: {
                download?: boolean;
            };
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    remove_report_api_reports__report_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    list_tickets_api_tickets_get: {
        parameters: {
            query?: {
                q?: string;
                where?: string[] | null;
                period?: string;
                sort?: string;
                counted_in?: string | null;
                /** @description how many at most */
                limit?: number;
                /** @description `next` of the page before */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    show_ticket_api_tickets__ticket_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    correct_label_api_tickets__ticket_id__labels_patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ticket_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    show_taxonomy_api_taxonomy_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxonomyResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    save_taxonomy_api_taxonomy_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaxonomyForm"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxonomyResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    label_tickets_api_label_runs_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobOf_Labelled_"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_topics_api_topics_get: {
        parameters: {
            query?: {
                period?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LandscapeResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    find_topics_api_topic_runs_post: {
        parameters: {
            query?: {
                fresh?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobOf_TopicRunResponse_"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_trends_api_topics_trends_get: {
        parameters: {
            query?: {
                period?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrendsResponse"] | components["schemas"]["Unavailable"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    show_topic_api_topics__number__get: {
        parameters: {
            query?: {
                period?: string;
            };
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicDetailResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    rename_topic_api_topics__number__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    merge_topic_api_topics__number__merge_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    split_topic_api_topics__number__split_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TopicResponse"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_signals_api_signals_get: {
        parameters: {
            query?: {
                state?: ("open" | "dismissed" | "snoozed" | "inactive" | "rebaselined") | "all";
                /** @description how many at most */
                limit?: number;
                /** @description `next` of the page before */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_SignalResponse_"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_rules_api_rules_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanRulesResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    show_signal_api_signals__signal_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignalDetailResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    dismiss_signal_api_signals__signal_id__dismiss_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Dismissal"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignalResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    snooze_signal_api_signals__signal_id__snooze_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Snooze"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignalResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    rebaseline_signal_api_signals__signal_id__rebaseline_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignalResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    make_problem_api_signals__signal_id__problem_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignalProblemRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    show_batch_or_field_api_signals__signal_id__batch_or_field_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchOrFieldAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    show_control_charts_api_signals__signal_id__control_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                signal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ControlChartsResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    show_record_api_track_record_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackRecordResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    start_replay_api_replays_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobOf_ReplayResult_"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    make_demo_api_demo_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DemoRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobOf_DemoSummary_"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    start_import_api_imports_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobOf_BatchResult_"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    undo_batch_api_batches__batch_id__undo_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batch_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobOf_UndoneBatch_"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    rebuild_warehouse_api_rebuilds_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobOf_dict_str__int__"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_health_api_health_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_installation_api_installation_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Installation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_settings_api_settings_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Setting"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    examine_api_doctor_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckResponse"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_description_api_openapi_json_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: components["schemas"]["JsonValue"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    list_jobs_api_jobs_get: {
        parameters: {
            query?: {
                /** @description how many at most */
                limit?: number;
                /** @description `next` of the page before */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_JobResponse_"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    get_job_api_jobs__job_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    cancel_job_api_jobs__job_id__cancel_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    stream_events_api_events_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    start_scan_api_scans_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ScanRequest"] | null;
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobOf_Union_NightlySummary__ScanSkipped__"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    judge_action_api_actions__action_id__judge_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                action_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerdictResponse"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    judge_due_actions_api_verdicts_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerdictsRequest"];
            };
        };
        responses: {
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobOf_VerdictsSummary_"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}
