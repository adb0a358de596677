package io.twingrid.points.domain.observer;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What an applicant learns before he is appointed; read from the town's {@code training.yaml}.
 *
 * @param modules in the order in which they are best read
 */
public record Training(List<Module> modules) {

    /** Refuses a training without modules or with one twice. */
    public Training {
        modules = List.copyOf(Objects.requireNonNull(modules, "modules is missing"));
        Set<String> ids = new HashSet<>();
        for (Module module : modules) {
            if (!ids.add(module.id())) {
                throw new IllegalArgumentException("module " + module.id() + " is there twice");
            }
        }
    }

    /** A text in both languages. */
    public record Text(String zh, String en) {}

    /**
     * One lesson with its quiz.
     *
     * @param passMark right answers that are needed
     */
    public record Module(String id, Text title, Text text, int passMark, List<Question> questions) {
        /** Refuses a quiz that nobody can pass or fail. */
        public Module {
            Objects.requireNonNull(id, "a module has no id");
            questions = List.copyOf(Objects.requireNonNull(questions, "module " + id + " has no questions"));
            if (passMark < 1 || passMark > questions.size()) {
                throw new IllegalArgumentException(
                        "passMark of module " + id + " must be from 1 to " + questions.size());
            }
        }

        /** How many answers are right. */
        public int right(Map<String, Integer> answers) {
            return (int) questions.stream()
                    .filter(question -> Objects.equals(answers.get(question.id()), question.answer()))
                    .count();
        }
    }

    /**
     * One question of a quiz.
     *
     * @param answer index of the right choice, from 0
     */
    public record Question(String id, Text text, List<Text> choices, int answer) {
        /** Refuses an answer that is no choice. */
        public Question {
            choices = List.copyOf(Objects.requireNonNull(choices, "question " + id + " has no choices"));
            if (answer < 0 || answer >= choices.size()) {
                throw new IllegalArgumentException("answer of question " + id + " is not one of its choices");
            }
        }
    }

    /** Ids of all modules. */
    public List<String> ids() {
        return modules.stream().map(Module::id).toList();
    }
}
