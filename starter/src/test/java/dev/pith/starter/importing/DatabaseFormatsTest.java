package dev.pith.starter.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.starter.importing.goose.GooseDatabase;
import dev.pith.starter.importing.hermes.HermesDatabase;
import dev.pith.starter.importing.openclaw.OpenclawDatabase;
import dev.pith.starter.importing.opencode.OpencodeDatabase;
import dev.pith.starter.importing.sqlite.DatabaseFormat;
import dev.pith.starter.importing.sqlite.SqliteDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Databases of different programs have tables of the same names, and each is one program's. */
class DatabaseFormatsTest {

    private static final List<DatabaseFormat> ALL =
            List.of(new OpencodeDatabase(), new HermesDatabase(), new GooseDatabase(), new OpenclawDatabase());

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    opencode | session(id) message(id,session_id,time_created,data) part(id,message_id,data)
                    opencode | session_v2(id) session_message(id,session_id,type,seq,time_created,data)
                    hermes   | sessions(id,source,model_config,system_prompt,parent_session_id,started_at) \
                               messages(id,session_id,role,content,tool_call_id,tool_calls,tool_name,timestamp)
                    goose    | sessions(id,working_dir,created_at,parent_session_id) \
                               messages(id,session_id,role,content_json,created_timestamp)
                    openclaw | sessions(session_id,session_key,created_at) \
                               transcript_events(session_id,seq,event_json,created_at)
                    ''       | sessions(id,started_at) messages(id,session_id,role,content,timestamp)
                    ''       | session(id) messages(id,data)
                    ''       | blobs(id,data) meta(key,value)
                    """)
    void ofAllFormatsOneRecognizesADatabase(String program, String tables) throws Exception {
        List<String> recognized = new ArrayList<>();
        try (SqliteFile file = new SqliteFile(folder.resolve("x.db"))) {
            for (String table : tables.split(" +", -1)) {
                file.run("CREATE TABLE " + table);
            }
            try (SqliteDatabase database = SqliteDatabase.open(file.file)) {
                for (DatabaseFormat format : ALL) {
                    if (format.recognizes(database)) {
                        recognized.add(format.name());
                    }
                }
            }
        }

        assertThat(String.join(" ", recognized)).isEqualTo(program);
    }
}
