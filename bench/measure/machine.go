package measure

import (
	"bufio"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// memory returns a field of the process's status in MiB: VmRSS is what it has,
// VmHWM the most it had. Where the system does not tell, it is the most the
// process had since its start.
func memory(field string) int64 {
	if value, ok := lookUp("/proc/self/status", field); ok {
		if kib, err := strconv.ParseInt(strings.TrimSuffix(value, " kB"), 10, 64); err == nil {
			return kib / 1024
		}
	}
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return u.Maxrss / 1024
}

// processorTime returns what all threads of the process have used.
func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// resetPeak makes VmHWM count anew, where the system can; without it the peak
// includes the making of the input.
func resetPeak() { _ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) }

// lookUp returns what stands behind the first "field :" of a file.
func lookUp(path, field string) (string, bool) {
	file, err := os.Open(path)
	if err != nil {
		return "", false
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		name, value, found := strings.Cut(lines.Text(), ":")
		if found && strings.TrimSpace(name) == field {
			return strings.TrimSpace(value), true
		}
	}
	return "", false
}

// Machine describes the machine in one line.
func Machine() string {
	cpu, ok := lookUp("/proc/cpuinfo", "model name")
	if !ok {
		cpu = "unknown processor"
	}
	text := fmt.Sprintf("%s, %d processors", cpu, runtime.NumCPU())
	if total, ok := lookUp("/proc/meminfo", "MemTotal"); ok {
		if kib, err := strconv.ParseInt(strings.TrimSuffix(total, " kB"), 10, 64); err == nil {
			text += fmt.Sprintf(", %d GiB", (kib+1<<19)>>20)
		}
	}
	return text + fmt.Sprintf("; %s/%s, %s", runtime.GOOS, runtime.GOARCH, runtime.Version())
}
