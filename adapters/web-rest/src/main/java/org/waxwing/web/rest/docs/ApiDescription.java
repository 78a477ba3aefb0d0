package org.waxwing.web.rest.docs;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.waxwing.web.rest.problem.Problem;
import org.waxwing.web.rest.problem.ProblemType;

/** Adds to the API's description what holds for every operation, so that no resource has to repeat it. */
public class ApiDescription implements OASFilter {
    private static final String SCHEMA = "#/components/schemas/Problem";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> describe(operation, path, method)));
        Optional.ofNullable(api.getComponents().getSchemas().get("Problem"))
                .flatMap(problem -> Optional.ofNullable(problem.getProperties().get("type")))
                .ifPresent(type -> Arrays.stream(ProblemType.values())
                        .forEach(kind -> type.addEnumeration(kind.address().toString())));
    }

    private static void describe(Operation operation, String path, PathItem.HttpMethod method) {
        boolean takesParameters = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(it -> it.getIn() == Parameter.In.QUERY);
        boolean changes = !List.of(PathItem.HttpMethod.GET, PathItem.HttpMethod.HEAD).contains(method);
        if (takesParameters || operation.getRequestBody() != null)
            problem(operation, "400", "Something cannot be read");
        problem(operation, "401", "Not signed in");
        if (changes) problem(operation, "403", "Possibly forged: a browser's session without its token");
        if (path.contains("{")) problem(operation, "404", "There is none");
        problem(operation, "500", "Our fault; `instance` names the incident");
    }

    private static void problem(Operation operation, String status, String meaning) {
        var responses = operation.getResponses();
        if (responses.hasAPIResponse(status)) return;
        var schema = OASFactory.createSchema().ref(SCHEMA);
        var content = OASFactory.createContent()
                .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schema));
        responses.addAPIResponse(status, OASFactory.createAPIResponse().description(meaning).content(content));
    }
}
